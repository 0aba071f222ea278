import type { CopyCase } from './copies.mjs';

export const CASES: Readonly<Record<string, CopyCase>>;
