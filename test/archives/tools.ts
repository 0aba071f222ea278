/** The machine's own archivers, for tests that compare with them; each may be absent. */
import { execFileSync, spawnSync } from 'node:child_process';

/** Whether a program is there. */
export function hasTool(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}

/** Standard output of a program; what it said of its failure is thrown. */
export function runTool(
  command: string,
  args: readonly string[],
  options: { readonly input?: Uint8Array; readonly cwd?: string } = {},
): Buffer {
  return execFileSync(command, [...args], {
    ...options,
    env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' },
    maxBuffer: 2 ** 30,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** One that reads bytes of a length that `words` says, in Python, of a tar on its standard input. */
const LISTER = `
import sys, json, tarfile
rows = []
def text(value): return value.encode('utf-8', 'surrogateescape').decode('latin-1')
with tarfile.open(fileobj=sys.stdin.buffer, mode='r|', errors='surrogateescape') as tar:
    for m in tar:
        rows.append({'name': text(m.name), 'type': m.type.decode(), 'mode': m.mode, 'uid': m.uid, 'gid': m.gid,
            'size': m.size, 'mtime': float(m.mtime), 'linkname': text(m.linkname), 'major': m.devmajor, 'minor': m.devminor,
            'xattrs': sorted(k[len('SCHILY.xattr.'):] for k in m.pax_headers if k.startswith('SCHILY.xattr.'))})
json.dump(rows, sys.stdout)
`;

export interface PythonRow {
  /** A character for each byte. */
  readonly name: string;
  readonly type: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly mtime: number;
  readonly linkname: string;
  readonly major: number;
  readonly minor: number;
  readonly xattrs: readonly string[];
}

/** How Python's tarfile reads an archive. */
export function pythonList(tar: Uint8Array): PythonRow[] {
  return JSON.parse(runTool('python3', ['-c', LISTER], { input: tar }).toString()) as PythonRow[];
}
