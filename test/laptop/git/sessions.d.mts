export interface Outcome {
  readonly output: string;
  readonly status: string;
}
export function scriptOf(commands: readonly string[]): string;
export function outcomesOf(output: string): Outcome[];
