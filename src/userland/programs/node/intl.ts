/**
 * Intl, of which QuickJS has nothing: texts and numbers that the host's own formatters make of the guest's.
 *
 * What is said of no language is said in English and in UTC, whatever the host speaks: containers have no
 * locale and no time zone of their own.
 */

import type { Host } from './host.ts';
import { type Arguments, Refusal } from './operations.ts';

const DEFAULT = 'en-US';

type Formatter = (locale: string | string[], options: object) => object;

const formatters: Readonly<Record<string, Formatter>> = {
  Collator: (locale, options) => new Intl.Collator(locale, options),
  DateTimeFormat: (locale, options) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }),
  DisplayNames: (locale, options) => new Intl.DisplayNames(locale, options as Intl.DisplayNamesOptions),
  ListFormat: (locale, options) => new Intl.ListFormat(locale, options),
  NumberFormat: (locale, options) => new Intl.NumberFormat(locale, options),
  PluralRules: (locale, options) => new Intl.PluralRules(locale, options),
  RelativeTimeFormat: (locale, options) => new Intl.RelativeTimeFormat(locale, options),
};
const METHODS = new Set([
  'format',
  'formatToParts',
  'formatRange',
  'compare',
  'select',
  'of',
  'resolvedOptions',
]);
/** Making one costs more than using it a thousand times. */
const made = new Map<string, object>();
const MOST = 100;

/** Arguments: class, method, locale, options as JSON, the method's arguments as JSON. */
export function format(_host: Host, args: Arguments): unknown {
  const [name, method, locale, options] = [0, 1, 2, 3].map((index) => args.text(index));
  const make = Object.hasOwn(formatters, name!) ? formatters[name!] : undefined;
  if (!make || !METHODS.has(method!)) throw new Refusal('ERR_UNSUPPORTED', `Intl.${name} has no ${method}`);
  const key = `${name} ${locale} ${options}`;
  try {
    if (made.size > MOST) made.clear();
    const formatter = made.get(key) ?? make(locale || DEFAULT, JSON.parse(options!) as object);
    made.set(key, formatter);
    const call = (formatter as Record<string, (...values: unknown[]) => unknown>)[method!];
    return call?.apply(formatter, JSON.parse(args.text(4)) as unknown[]);
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    throw new Refusal(error.name, error.message);
  }
}
