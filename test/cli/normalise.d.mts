export function normalise(text: string): string;
