/** nologin: the shell of those who have none. */
import { applet } from '../io.ts';

export const main = applet({
  usage: '',
  about: 'Politely refuse a login',
  async run(io) {
    io.print('This account is not available\n');
    return 1;
  },
});
