/** Times as Docker writes them: RFC 3339 with nanoseconds, and durations in words. */

/** What an unset time.Time prints as. */
const ZERO_TIME = '0001-01-01T00:00:00Z';

/** RFC 3339 with up to nine digits, trailing zeros cut; milliseconds since the epoch go in, 0 is never. */
export function rfc3339Nano(ms: number): string {
  if (ms === 0) return ZERO_TIME;
  const seconds = Math.floor(ms / 1000);
  const nanos = Math.min(999_999_999, Math.round((ms - seconds * 1000) * 1e6));
  const fraction = String(nanos).padStart(9, '0').replace(/0+$/, '');
  return `${rfc3339(seconds * 1000).slice(0, -1)}${fraction && `.${fraction}`}Z`;
}

/** RFC 3339 as Go writes again what it read: no zeros end the fraction, Z where there is no offset. */
export function canonicalTime(text: string): string {
  const cut = text.replace(/\.(\d{1,9})\d*/, (_, digits: string) => `.${digits}`.replace(/\.?0*$/, ''));
  return cut.replace(/[+-]00:00$/, 'Z');
}

/** RFC 3339 to the second. */
export function rfc3339(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Nine digits always, as `docker logs -t` prints them. */
export function rfc3339NanoFixed(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const nanos = Math.min(999_999_999, Math.round((ms - seconds * 1000) * 1e6));
  return `${rfc3339(seconds * 1000).slice(0, -1)}.${String(nanos).padStart(9, '0')}Z`;
}

/** Milliseconds since the epoch of an RFC 3339 time, with its nanoseconds as a fraction. */
export function parseRfc3339(text: string): number {
  const match = /^(.*T\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/.exec(text);
  if (!match) return Date.parse(text);
  return Date.parse(match[1]! + match[3]!) + Number(`0.${match[2] ?? '0'}`) * 1000;
}

/**
 * `since` and `until` of logs and events: seconds since the epoch with a fraction of up to nine
 * digits. Milliseconds come out; undefined where it is absent, NaN where it is no time.
 */
export function parseTimestamp(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^\d+(?:\.\d{1,9})?$/.test(text)) return Number(text) * 1000;
  return parseRfc3339(text);
}

/** A duration in words, as docker/go-units' HumanDuration has it. */
export function humanDuration(ms: number): string {
  const seconds = Math.trunc(ms / 1000);
  if (seconds < 1) return 'Less than a second';
  if (seconds === 1) return '1 second';
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.trunc(ms / 60_000);
  if (minutes === 1) return 'About a minute';
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.trunc(ms / 3_600_000 + 0.5);
  if (hours === 1) return 'About an hour';
  if (hours < 48) return `${hours} hours`;
  if (hours < 24 * 7 * 2) return `${Math.trunc(hours / 24)} days`;
  if (hours < 24 * 30 * 2) return `${Math.trunc(hours / 24 / 7)} weeks`;
  if (hours < 24 * 365 * 2) return `${Math.trunc(hours / 24 / 30)} months`;
  return `${Math.trunc(ms / 3_600_000 / 24 / 365)} years`;
}
