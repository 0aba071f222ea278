/** What a character is: UTF-8's, as musl has it without any setting, or a byte in the C locale. */
import type { Sys } from '../kernel/index.ts';

/** Whether the environment asks for the C locale. */
export function isByteLocale({ env }: Sys): boolean {
  const name = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  return name === 'C' || name === 'POSIX';
}
