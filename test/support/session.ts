/**
 * Sessions as text: what is typed, and what has to appear.
 *
 *     # a comment
 *     $ docker build -t my-app .        a command; further lines of it begin with `> `
 *     $^0.5 docker logs -f app1         a command that is interrupted after half a second
 *     #1 [internal] load …              a line of stdout
 *     2> Error response …               a line of stderr
 *     [exit 1]                          the exit status, where it is not 0
 *     @write demo/a.txt 755             writes a file; its lines follow, each behind `> `
 *     @restart                          a power cut
 *
 * In expected lines `{id}` stands for a short id, `{digest}` for a digest, `{n}` for a number, `{time}`
 * for a time as `docker history` and `ps` tell it, `{s}` for seconds, `{took}` for seconds that BuildKit tells only if
 * there are some, `{size}` for a size, `{*}` for anything in the line;
 * a line `{...}` stands for any lines. Runs of blanks are one.
 */

export type Step =
  | {
      readonly kind: 'command';
      readonly line: number;
      readonly command: string;
      /** Seconds until it is interrupted. */
      readonly timeout: number | undefined;
      readonly stdout: readonly string[];
      readonly stderr: readonly string[];
      readonly exit: number;
    }
  | {
      readonly kind: 'write';
      readonly path: string;
      readonly mode: string | undefined;
      readonly content: string;
    }
  | { readonly kind: 'restart' };

export function parseSession(text: string): Step[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const steps: Step[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    const start = ++at;
    const more: string[] = [];
    while (lines[at]?.startsWith('> ') || lines[at] === '>') more.push(lines[at++]!.slice(2));
    const write = /^@write (\S+)(?: ([0-7]+))?$/.exec(line);
    const command = /^\$(?:\^([\d.]+))? (.*)$/.exec(line);
    if (line === '@restart') steps.push({ kind: 'restart' });
    else if (write) {
      steps.push({
        kind: 'write',
        path: write[1]!,
        mode: write[2],
        content: more.map((each) => `${each}\n`).join(''),
      });
    } else if (command) {
      const stdout: string[] = [];
      const stderr: string[] = [];
      let exit = command[1] === undefined ? 0 : 130;
      for (; at < lines.length && !/^[$@#]/.test(lines[at]!.replace(/^#\d/, 'n')); at++) {
        const expected = lines[at]!;
        const status = /^\[exit (\d+)\]$/.exec(expected);
        if (status) exit = Number(status[1]);
        else if (/^2>( |$)/.test(expected)) stderr.push(expected.slice(3));
        else stdout.push(expected);
      }
      // An empty line before the next command is for the reader.
      if (stdout.at(-1) === '') stdout.pop();
      const source = [command[2]!, ...more].join('\n');
      const timeout = command[1] === undefined ? undefined : Number(command[1]);
      steps.push({ kind: 'command', line: start, command: source, timeout, stdout, stderr, exit });
    } else if (line !== '' && !line.startsWith('#'))
      throw new Error(`line ${start}: not understood: ${line}`);
  }
  return steps;
}

/** Undefined where the text is as expected, else what differs. */
export function differs(expected: readonly string[], actual: string): string | undefined {
  const lines = actual === '' ? [] : actual.replace(/\n$/, '').split('\n').map(squeeze);
  const patterns = expected.map(squeeze);
  return matches(patterns, lines)
    ? undefined
    : `expected:\n${patterns.join('\n')}\n\ngot:\n${lines.join('\n')}`;
}

function squeeze(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}

function matches(patterns: readonly string[], lines: readonly string[]): boolean {
  if (patterns.length === 0) return lines.length === 0;
  const [first, ...rest] = patterns;
  if (first === '{...}') {
    for (let skip = 0; skip <= lines.length; skip++) if (matches(rest, lines.slice(skip))) return true;
    return false;
  }
  return lines.length > 0 && lineMatches(first!, lines[0]!) && matches(rest, lines.slice(1));
}

const HOLES: Readonly<Record<string, string>> = {
  id: '[0-9a-f]{12}',
  digest: 'sha256:[0-9a-f]{64}',
  n: '\\d+',
  s: '\\d+\\.\\ds',
  took: '( \\d+\\.\\ds)?',
  size: '\\d+(\\.\\d+)?[kMG]?B',
  time: '(Less than a second|About a minute|About an hour|\\d+ (second|minute|hour|day|week|month|year)s?)( ago)?',
  '*': '.*',
};

function lineMatches(pattern: string, line: string): boolean {
  const source = pattern.replace(/\{([a-z*]+)\}|[.*+?^${}()|[\]\\]/g, (whole, name: string | undefined) => {
    const hole = name === undefined ? undefined : HOLES[name];
    return hole ?? whole.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${source}$`).test(line);
}
