/**
 * The values that flags take, kind by kind: what is accepted and what Docker says otherwise.
 */
import { isAddress } from './addresses.ts';
import type { Flag } from './command.ts';
import { flagError } from './failure.ts';
import { parseDuration } from './format/duration.ts';
import { parseBytes } from './format/units.ts';
import { mountComplaint } from './run/mount.ts';
import { decimalComplaint, ulimitComplaint } from './run/resources.ts';

/** As Go's strconv.ParseBool; undefined where the text is none of its words. */
export function parseBool(text: string): boolean | undefined {
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(text)) return true;
  if (['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(text)) return false;
  return undefined;
}

/** @throws ECLI 125 where the flag does not take the value. */
export function checkValue(flag: Flag, value: string, shown: string): void {
  const complaint = complaintOf(flag, value);
  if (complaint !== undefined) {
    throw flagError(`invalid argument ${JSON.stringify(value)} for "${shown}" flag: ${complaint}`);
  }
}

function complaintOf(flag: Flag, value: string): string | undefined {
  switch (flag.kind) {
    case 'bool':
      return parseBool(value) === undefined
        ? `strconv.ParseBool: parsing ${quote(value)}: invalid syntax`
        : undefined;
    case 'int':
    case 'int64':
      return integerComplaint(value, 'ParseInt', -(2n ** 63n), 2n ** 63n - 1n);
    case 'uint16':
      return integerComplaint(value, 'ParseUint', 0n, 65535n);
    case 'bytes':
      return value !== '-1' && parseBytes(value) === undefined ? `invalid size: '${value}'` : undefined;
    case 'decimal':
      return decimalComplaint(value);
    case 'duration':
      return parseDuration(value) === undefined ? durationComplaint(value) : undefined;
    case 'filter':
      return value.includes('=') || value === '' ? undefined : 'bad format of filter (expected name=value)';
    case 'mount':
      return mountComplaint(value);
    case 'ulimit':
      return ulimitComplaint(value);
    case 'list':
      return listComplaint(flag.name, value);
    default:
      return undefined;
  }
}

/** Lists whose members Docker looks at as it reads them. */
function listComplaint(name: string, value: string): string | undefined {
  const isVariable = name === 'env' || name === 'build-arg';
  if (isVariable && value.startsWith('=')) return `invalid environment variable: ${value}`;
  if (isVariable && value === '') return 'invalid environment variable: ';
  if (name === 'label' && value.startsWith('=')) return `invalid label '${value}': empty name`;
  if (name === 'label' && value === '') return `invalid label '': empty name`;
  if (name === 'label' && /\s/.test(value.split('=')[0]!)) return `label '${value}' contains whitespaces`;
  if (name === 'add-host') return hostComplaint(value);
  if (name === 'dns' && !isAddress(value.trim())) {
    return `IP address is not correctly formatted: ${value}`;
  }
  if (name === 'dns-search' && !DOMAIN.test(value)) return `${value} is not a valid domain`;
  if (name === 'attach' && !['stdin', 'stdout', 'stderr'].includes(value.toLowerCase())) {
    return 'valid streams are STDIN, STDOUT and STDERR';
  }
  return undefined;
}

/** `.` alone is none at all. */
const DOMAIN = /^(?:\.|(?:[a-zA-Z0-9_](?:[a-zA-Z0-9_-]{0,61}[a-zA-Z0-9_])?\.?)+)$/;

function hostComplaint(value: string): string | undefined {
  const at = value.search(/[:=]/);
  const address = value.slice(at + 1);
  if (at < 1 || address === '') return `bad format for add-host: ${quote(value)}`;
  if (address === 'host-gateway') return undefined;
  if (isAddress(address.replace(/^\[(.*)\]$/, '$1'))) return undefined;
  return `invalid IP address in add-host: ${quote(address)}`;
}

function integerComplaint(value: string, parser: string, least: bigint, most: bigint): string | undefined {
  const pattern =
    least < 0n ? /^[+-]?(0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|\d+)$/ : /^(0[xX][\da-fA-F]+|\d+)$/;
  if (!pattern.test(value)) return `strconv.${parser}: parsing ${quote(value)}: invalid syntax`;
  const number = BigInt(value.replace(/^\+/, '').replace(/^-/, '')) * (value.startsWith('-') ? -1n : 1n);
  if (number < least || number > most)
    return `strconv.${parser}: parsing ${quote(value)}: value out of range`;
  return undefined;
}

function durationComplaint(value: string): string {
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(value)) return `time: missing unit in duration ${quote(value)}`;
  const unit = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))*(?:\d+\.?\d*|\.\d+)([^\d.]+)/.exec(
    value,
  )?.[1];
  if (unit !== undefined) return `time: unknown unit ${quote(unit)} in duration ${quote(value)}`;
  return `time: invalid duration ${quote(value)}`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
