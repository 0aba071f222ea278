/** Opening, closing and naming the laptop's terminals. */
import type { Store } from './store.ts';
import { say } from './strings.ts';

/** The first has the laptop's name alone. */
export function terminalName(number: number): string {
  return number === 1 ? say('terminal.laptop') : `${say('terminal.laptop')} ${number}`;
}

/** Opens one more, in front, under the lowest free number. */
export function newTerminal(store: Store): void {
  const { terminals } = store.getState();
  let number = 1;
  while (terminals.includes(number)) number++;
  store.setState({ terminals: [...terminals, number], terminal: number, terminalOpen: true });
}

/** The last one stays. Another comes in front: the next, or the one before. */
export function closeTerminal(store: Store, number: number): void {
  const { terminals, terminal } = store.getState();
  if (terminals.length < 2) return;
  const at = terminals.indexOf(number);
  const left = terminals.filter((one) => one !== number);
  store.setState({
    terminals: left,
    terminal: terminal === number ? left[Math.min(at, left.length - 1)]! : terminal,
  });
}

/** Brings the next one in front, or with -1 the one before. */
export function stepTerminal(store: Store, by: 1 | -1): void {
  const { terminals, terminal } = store.getState();
  const at = terminals.indexOf(terminal) + by;
  store.setState({ terminal: terminals[(at + terminals.length) % terminals.length]! });
}
