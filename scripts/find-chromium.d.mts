/** Path of a browser that can be started, or undefined. */
export function findChromium(): Promise<string | undefined>;
