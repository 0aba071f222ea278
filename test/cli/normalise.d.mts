export interface Printed {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}
export function normalise(text: string): string;
export function inOrder(command: string, printed: Printed): Printed;
