/** apk update: fetches the indexes anew and says what they offer. */
import { distinctPackages, type State } from './state.ts';

export function update(state: State): number {
  const { io, settings } = state;
  if (settings.quiet) return state.unavailable;
  for (const { url, description } of state.repositories) io.print(`${description} [${url}]\n`);
  const count = distinctPackages(state).size;
  io.print(state.unavailable > 0 ? `${state.unavailable} unavailable, 0 stale; ` : 'OK: ');
  io.print(`${count} distinct packages available\n`);
  return state.unavailable;
}
