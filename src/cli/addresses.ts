/** Addresses as flags give them. @see Go net.ParseIP */

export function isAddress(text: string): boolean {
  const numbers = text.split('.');
  if (numbers.length === 4)
    return numbers.every((number) => /^(?:0|[1-9]\d{0,2})$/.test(number) && +number < 256);
  return /^[0-9a-fA-F:.]+$/.test(text) && text.includes(':') && URL.canParse(`http://[${text}]`);
}
