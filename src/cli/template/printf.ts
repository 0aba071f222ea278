/** `printf` of templates: Go's verbs over template values. @see pkg.go.dev/fmt */
import { general } from '../format/units.ts';
import { quoted } from './quote.ts';
import { Float, isMap, NIL, StructValue, show, showFloat, typeOf, type Value } from './value.ts';

const VERB = /%([-+# 0]*)(\*|\d+)?(?:\.(\*|\d+)?)?([%!a-zA-Z])?/g;
/** Wider than any terminal; a template must not make us allocate. */
const WIDEST = 10_000;

export function printf(format: string, args: readonly Value[]): string {
  let next = 0;
  const out = format.replace(
    VERB,
    (whole: string, flags: string, width?: string, precision?: string, verb?: string) => {
      if (verb === '%') return '%';
      if (verb === undefined) return '%!(NOVERB)';
      const wide = Math.min(WIDEST, width === '*' ? Number(args[next++]) : Number(width ?? 0));
      const precise =
        precision === '*' ? Number(args[next++]) : precision === undefined ? undefined : Number(precision);
      const digits = whole.includes('.') ? Math.min(100, precise ?? 0) : undefined;
      if (next >= args.length) return `%!${verb}(MISSING)`;
      const text = convert(verb, flags, digits, args[next++]);
      return justify(text, flags, wide, verb);
    },
  );
  const extra = args.slice(next);
  if (extra.length === 0) return out;
  return `${out}%!(EXTRA ${extra.map((arg) => `${typeOf(arg)}=${show(arg, true)}`).join(', ')})`;
}

function justify(text: string, flags: string, width: number, verb: string): string {
  if (flags.includes('-')) return text.padEnd(width);
  const zeros = flags.includes('0') && !'svqTt'.includes(verb);
  if (!zeros) return text.padStart(width);
  return text.startsWith('-') ? `-${text.slice(1).padStart(width - 1, '0')}` : text.padStart(width, '0');
}

function convert(verb: string, flags: string, digits: number | undefined, value: Value): string {
  if (verb === 'v') return isPointer(value) ? `&${show(value)}` : show(value, true);
  if (verb === 'T') return typeOf(value);
  if (Array.isArray(value) && !isMap(value)) {
    return `[${value.map((item: Value) => convert(verb, flags, digits, item)).join(' ')}]`;
  }
  let converted: string | undefined;
  if (value instanceof Float) converted = float(verb, flags, digits, value.value);
  else if (typeof value === 'number') converted = number(verb, flags, value);
  else converted = plain(verb, digits, value);
  return converted ?? `%!${verb}(${typeOf(value)}=${show(value, true)})`;
}

function isPointer(value: Value): boolean {
  return value instanceof StructValue && value.type.startsWith('*') && value !== NIL;
}

function plain(verb: string, digits: number | undefined, value: Value): string | undefined {
  if (typeof value === 'boolean') return verb === 't' ? String(value) : undefined;
  if (typeof value !== 'string') return verb === 's' ? show(value, true) : undefined;
  const cut = digits === undefined ? value : [...value].slice(0, digits).join('');
  if (verb === 's') return cut;
  if (verb === 'q') return quoted(cut);
  if (verb !== 'x' && verb !== 'X') return undefined;
  const hex = [...new TextEncoder().encode(cut)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return verb === 'X' ? hex.toUpperCase() : hex;
}

function number(verb: string, flags: string, value: number): string | undefined {
  const sign = flags.includes('+') && value >= 0 ? '+' : '';
  switch (verb) {
    case 'd':
      return Number.isInteger(value) ? sign + value.toString() : undefined;
    case 'b':
      return value.toString(2);
    case 'o':
      return value.toString(8);
    case 'x':
      return value.toString(16);
    case 'X':
      return value.toString(16).toUpperCase();
    case 'c':
      return String.fromCodePoint(value);
    case 'q':
      return `'${String.fromCodePoint(value)}'`;
    case 'U':
      return `U+${value.toString(16).toUpperCase().padStart(4, '0')}`;
    default:
      return undefined;
  }
}

function float(verb: string, flags: string, digits: number | undefined, value: number): string | undefined {
  const sign = flags.includes('+') && value >= 0 ? '+' : '';
  switch (verb) {
    case 'f':
    case 'F':
      return sign + value.toFixed(digits ?? 6);
    case 'e':
      return sign + value.toExponential(digits ?? 6).replace(/e([+-])(\d)$/, 'e$10$2');
    case 'g':
      return sign + (digits === undefined ? showFloat(value) : general(value, digits));
    default:
      return undefined;
  }
}
