/**
 * Intl, of which QuickJS has nothing: texts and numbers that the host's own formatters make of the guest's.
 *
 * What is said of no language is said in English and in UTC, whatever the host speaks: containers have no
 * locale and no time zone of their own.
 */

import type { Host } from './host.ts';
import { type Arguments, Refusal } from './operations.ts';

const DEFAULT = 'en-US';

type Formatter = (locales: string[], options: object) => object;

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

const classes: Readonly<
  Record<string, { supportedLocalesOf(locales: string[], options: object): string[] }>
> = {
  Collator: Intl.Collator,
  DateTimeFormat: Intl.DateTimeFormat,
  DisplayNames: Intl.DisplayNames,
  ListFormat: Intl.ListFormat,
  NumberFormat: Intl.NumberFormat,
  PluralRules: Intl.PluralRules,
  RelativeTimeFormat: Intl.RelativeTimeFormat,
};

/** Arguments: class, or none for the languages' canonical names; languages and options as JSON. */
export function locales(_host: Host, args: Arguments): string[] {
  const [list, options] = [JSON.parse(args.text(1)) as string[], JSON.parse(args.text(2)) as object];
  const name = args.text(0);
  return named(() =>
    Object.hasOwn(classes, name)
      ? classes[name]!.supportedLocalesOf(list, options)
      : Intl.getCanonicalLocales(list),
  );
}

/** Errors of the host's as the guest is to throw them. */
function named<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    throw new Refusal(error.name, error.message);
  }
}

/**
 * Arguments: class, method, languages, options and the method's arguments as JSON. Languages that are not
 * known end at the same one everywhere.
 */
export function format(_host: Host, args: Arguments): unknown {
  const [name, method, locale, options] = [0, 1, 2, 3].map((index) => args.text(index));
  const make = Object.hasOwn(formatters, name!) ? formatters[name!] : undefined;
  if (!make || !METHODS.has(method!)) throw new Refusal('ERR_UNSUPPORTED', `Intl.${name} has no ${method}`);
  const key = `${name} ${locale} ${options}`;
  return named(() => {
    if (made.size > MOST) made.clear();
    const formatter =
      made.get(key) ?? make([...(JSON.parse(locale!) as string[]), DEFAULT], JSON.parse(options!) as object);
    made.set(key, formatter);
    const call = (formatter as Record<string, (...values: unknown[]) => unknown>)[method!];
    return call?.apply(formatter, JSON.parse(args.text(4)) as unknown[]);
  });
}
