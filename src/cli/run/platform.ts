/**
 * `--platform`: containerd's specifiers, checked and put as the API wants them.
 *
 * @see containerd/platforms, platforms.go (Parse) and database.go
 */
import type { Platform } from '../../oci/index.ts';
import { failure } from '../failure.ts';

const SYSTEMS = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos'.split(
    ' ',
  ),
);
const ARCHITECTURES = new Set(
  '386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm'.split(
    ' ',
  ),
);
/** Other names, and the variants they imply. */
const ALIASES: Readonly<Record<string, readonly [string, string?]>> = {
  x86_64: ['amd64'],
  'x86-64': ['amd64'],
  aarch64: ['arm64'],
  armhf: ['arm', 'v7'],
  armel: ['arm', 'v6'],
  i386: ['386'],
  macos: ['darwin'],
};

const COMPONENT = '^[A-Za-z0-9_.-]+$';
/** As Go quotes the expression. */
const SYSTEM = String.raw`^([A-Za-z0-9_-]+)(?:\\(([A-Za-z0-9_.%-]*)((?:\\+[A-Za-z0-9_.%-]+)*)\\))?$`;

/** @throws ECLI with `prefix` before containerd's words */
export function parsePlatform(text: string, prefix = ''): Platform {
  const bad = (why: string): Error => failure(`${prefix}${why}: invalid argument`);
  const parts = text.split('/');
  if (parts.length > 3) throw bad(`"${text}": cannot parse platform specifier`);
  for (const [index, part] of parts.entries()) {
    if (index === 0 && !/^[\w-]+(\([\w.%-]*(\+[\w.%-]+)*\))?$/.test(part)) {
      throw bad(
        `"${part}" is an invalid OS component of "${text}": OSAndVersion specifier component must match "${SYSTEM}"`,
      );
    }
    if (index > 0 && !/^[\w.-]+$/.test(part)) {
      throw bad(
        `"${part}" is an invalid component of "${text}": platform specifier component must match "${COMPONENT}"`,
      );
    }
  }
  const [first, second, third] = parts.map((part) => part.toLowerCase()) as [string, string?, string?];
  const os = ALIASES[first]?.[0] ?? first;
  if (second !== undefined) return platform(os, second, third);
  if (SYSTEMS.has(os)) return { os, architecture: 'amd64' };
  if (ARCHITECTURES.has(os)) return platform('linux', first, undefined);
  throw bad(`"${text}": unknown operating system or architecture`);
}

function platform(os: string, name: string, given: string | undefined): Platform {
  const [architecture, implied] = ALIASES[name] ?? [name];
  const variant = given ?? implied;
  return { os, architecture, ...(variant === undefined ? {} : { variant }) };
}

/** As a query parameter, in JSON; undefined where none was given. @throws ECLI */
export function platformQuery(text: string | undefined, prefix = ''): string | undefined {
  return text === undefined || text === '' ? undefined : JSON.stringify(parsePlatform(text, prefix));
}
