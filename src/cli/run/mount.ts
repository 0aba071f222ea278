/** `--mount`: comma-separated fields to a mount of the API. */
import { failure } from '../failure.ts';
import { parseBytes } from '../format/units.ts';
import { pairs } from './environment.ts';

interface Mount {
  Type: string;
  Source?: string;
  Target?: string;
  ReadOnly?: boolean;
  Consistency?: string;
  BindOptions?: {
    Propagation?: string;
    NonRecursive?: boolean;
    ReadOnlyNonRecursive?: boolean;
    ReadOnlyForceRecursive?: boolean;
  };
  VolumeOptions?: {
    NoCopy?: boolean;
    Labels?: Record<string, string>;
    Subpath?: string;
    DriverConfig?: { Name?: string; Options?: Record<string, string> };
  };
  ImageOptions?: { Subpath?: string };
  TmpfsOptions?: { SizeBytes?: number; Mode?: number };
}

/** The complaint that the flag's parser makes; undefined where the text is a mount. */
export function mountComplaint(text: string): string | undefined {
  try {
    parseMount(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** @throws ECLI */
export function parseMount(text: string): Mount {
  if (text === '') throw failure('EOF');
  const mount: Mount = { Type: 'volume' };
  for (const field of splitFields(text)) setField(mount, field);
  if (mount.Type === '') throw failure('type is required');
  if (mount.Target === undefined || mount.Target === '') throw failure('target is required');
  if (mount.VolumeOptions && mount.Type !== 'volume') throw misplaced('volume', mount.Type);
  if (mount.BindOptions && mount.Type !== 'bind') throw misplaced('bind', mount.Type);
  if (mount.ImageOptions && mount.Type !== 'image') throw misplaced('image', mount.Type);
  if (mount.TmpfsOptions && mount.Type !== 'tmpfs') throw misplaced('tmpfs', mount.Type);
  checkRecursion(mount);
  return mount;
}

function checkRecursion({ ReadOnly, BindOptions = {} }: Mount): void {
  const demand = (mode: string, met: boolean, wanted: string): void => {
    if (met) return;
    throw failure(`option 'bind-recursive=${mode}' requires '${wanted}' to be specified in conjunction`);
  };
  if (BindOptions.ReadOnlyNonRecursive) demand('writable', ReadOnly === true, 'readonly');
  if (!BindOptions.ReadOnlyForceRecursive) return;
  demand('readonly', ReadOnly === true, 'readonly');
  demand('readonly', BindOptions.Propagation === 'rprivate', 'bind-propagation=rprivate');
}

function misplaced(options: string, type: string): Error {
  return failure(`cannot mix '${options}-*' options with mount type '${type}'`);
}

/** Fields as CSV: a quoted one may have commas. */
function splitFields(text: string): string[] {
  const fields = text.match(/(?:"(?:[^"]|"")*"|[^,])+|(?<=,)(?=,|$)/g) ?? [''];
  return fields.map((field) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field));
}

function setField(mount: Mount, field: string): void {
  const at = field.indexOf('=');
  const key = (at < 0 ? field : field.slice(0, at)).toLowerCase();
  const value = at < 0 ? undefined : field.slice(at + 1);
  if (key === 'readonly' || key === 'ro') {
    mount.ReadOnly = flag(key, value);
    return;
  }
  if (key === 'volume-nocopy' || key === 'bind-nonrecursive') {
    if (key === 'volume-nocopy') mount.VolumeOptions = { ...mount.VolumeOptions, NoCopy: flag(key, value) };
    else mount.BindOptions = { ...mount.BindOptions, NonRecursive: flag(key, value) };
    return;
  }
  if (value === undefined) throw failure(`invalid field '${field}' must be a key=value pair`);
  setValue(mount, key, value);
}

function setValue(mount: Mount, key: string, value: string): void {
  switch (key) {
    case 'type':
      mount.Type = value.toLowerCase();
      return;
    case 'source':
    case 'src':
      mount.Source = value;
      return;
    case 'target':
    case 'dst':
    case 'destination':
      mount.Target = value;
      return;
    case 'consistency':
      mount.Consistency = value.toLowerCase();
      return;
    case 'bind-propagation':
      mount.BindOptions = { ...mount.BindOptions, Propagation: value.toLowerCase() };
      return;
    case 'bind-recursive':
      mount.BindOptions = { ...mount.BindOptions, ...recursion(value) };
      return;
    case 'volume-label':
      mount.VolumeOptions = {
        ...mount.VolumeOptions,
        Labels: { ...mount.VolumeOptions?.Labels, ...pairs([value]) },
      };
      return;
    case 'volume-driver':
    case 'volume-opt': {
      const driver = mount.VolumeOptions?.DriverConfig ?? {};
      const DriverConfig =
        key === 'volume-driver'
          ? { ...driver, Name: value }
          : { ...driver, Options: { ...driver.Options, ...pairs([value]) } };
      mount.VolumeOptions = { ...mount.VolumeOptions, DriverConfig };
      return;
    }
    case 'image-subpath':
      mount.ImageOptions = { Subpath: value };
      return;
    case 'volume-subpath':
      mount.VolumeOptions = { ...mount.VolumeOptions, Subpath: value };
      return;
    case 'tmpfs-size': {
      const size = parseBytes(value);
      if (size === undefined) throw failure(`invalid value for ${key}: ${value}`);
      mount.TmpfsOptions = { ...mount.TmpfsOptions, SizeBytes: size };
      return;
    }
    case 'tmpfs-mode':
      if (!/^[0-7]+$/.test(value)) throw failure(`invalid value for ${key}: ${value}`);
      mount.TmpfsOptions = { ...mount.TmpfsOptions, Mode: Number.parseInt(value, 8) };
      return;
    default:
      throw failure(`unexpected key '${key}' in '${key}=${value}'`);
  }
}

function recursion(value: string): Mount['BindOptions'] {
  if (value === 'disabled') return { NonRecursive: true };
  if (value === 'writable') return { ReadOnlyNonRecursive: true };
  if (value === 'readonly') return { ReadOnlyForceRecursive: true };
  if (value === 'enabled') return undefined;
  throw failure(
    `invalid value for bind-recursive: ${value} (must be "enabled", "disabled", "writable", or "readonly")`,
  );
}

function flag(key: string, value: string | undefined): boolean {
  if (value === undefined || value === 'true' || value === '1') return true;
  if (value === 'false' || value === '0') return false;
  throw failure(`invalid value for ${key}: ${value}`);
}
