export interface Case {
  readonly cmd: string;
  readonly unordered: boolean;
}
export function readCases(text: string): Case[];
export function withoutUsage(text: string): string;
export function sorted(text: string): string;
