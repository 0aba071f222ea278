/** The laptop over a worker's port: terminals get ports of their own. */
import {
  chunksOf,
  connect,
  duplexOverPort,
  type Port,
  portOf,
  pour,
  SCREEN_WINDOW,
  transferring,
} from '../base/index.ts';
import type { Laptop, LaptopApi, TerminalSession } from './types.ts';

/** Answers for a laptop that is on its way. */
export function serveLaptop(port: Port, starting: Promise<Laptop>): void {
  const sessions = new Map<number, TerminalSession>();
  let last = 0;
  const api: LaptopApi = {
    async openTerminal(size) {
      const session = await (await starting).openTerminal(size);
      const id = ++last;
      sessions.set(id, session);
      void session.exit.then(() => sessions.delete(id));
      const { port1, port2 } = new MessageChannel();
      const screen = duplexOverPort(portOf(port1 as never), SCREEN_WINDOW);
      void pour(chunksOf(session.connection.source), screen.sink).catch(() => session.close());
      void pour(chunksOf(screen.source), session.connection.sink).catch(() => {});
      return transferring({ id, port: port2 }, [port2]);
    },
    resizeTerminal: (id, size) => sessions.get(id)?.resize(size),
    closeTerminal: (id) => sessions.get(id)?.close(),
    exec: async (command, timeout) => (await starting).exec(command, timeout),
    execTty: async (command, input, timeout) => (await starting).execTty(command, input, timeout),
    readFile: async (path) => (await starting).readFile(path),
    writeFile: async (path, content, mode) => (await starting).writeFile(path, content, mode),
    suggest: (command) => void starting.then((laptop) => laptop.suggest(command)),
    drop: async (files) => (await starting).drop(files),
    flush: async () => (await starting).flush(),
  };
  connect(port, api);
}
