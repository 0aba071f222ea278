/**
 * What `dpkg-preconfigure --apt` says before packages are installed (DPkg::Pre-Install-Pkgs): here nobody can be asked,
 * and no package of ours asks.
 *
 * @see debconf(7), dpkg-preconfigure(8)
 */
import { statOf } from '../../files.ts';
import type { Io } from '../../io.ts';
import type { Cache } from './cache.ts';

const EXTRACT = ['/usr/bin/apt-extracttemplates', '/usr/lib/apt/apt-extracttemplates'];
const FRONTEND = '/usr/share/perl5/Debconf/FrontEnd';

export async function preconfigure({ io, database }: Cache, count: number): Promise<void> {
  if (!(await statOf(io.sys, '/usr/sbin/dpkg-preconfigure'))) return;
  let canExtract = false;
  for (const path of EXTRACT) if (await statOf(io.sys, path)) canExtract = true;
  if (!canExtract) {
    io.printError('debconf: delaying package configuration, since apt-utils is not installed\n');
    return;
  }
  const wish = (io.sys.env['DEBIAN_FRONTEND'] ?? 'dialog').toLowerCase();
  const perl = /^(\d+\.\d+)(\.\d+)?/.exec(database.get('perl-base')?.fields.get('Version') ?? '');
  let isReached = false;
  for (const [name, next, problem] of frontends(io, count, perl?.[1] ?? '', perl?.[0] ?? '')) {
    if (name.toLowerCase() === wish) isReached = true;
    if (!isReached) continue;
    if (problem === undefined) return;
    sayFallback(io, name, next, problem);
  }
}

function sayFallback(io: Io, name: string, next: string, problem: string): void {
  io.printError(
    `debconf: unable to initialize frontend: ${name}\ndebconf: (${problem})\ndebconf: falling back to frontend: ${next}\n`,
  );
}

/** Each with the one behind it, and why it does not work: undefined where it does. */
function frontends(
  io: Io,
  count: number,
  perl: string,
  full: string,
): [string, string, string | undefined][] {
  const term = io.sys.env['TERM'] ?? '';
  const isTerminal = io.sys.isatty(0);
  const where = `, <STDIN> line ${count}.`;
  const folders = [
    ...['/etc/perl', `/usr/local/lib/x86_64-linux-gnu/perl/${full}`, `/usr/local/share/perl/${full}`],
    ...[`/usr/lib/x86_64-linux-gnu/perl5/${perl}`, '/usr/share/perl5', '/usr/lib/x86_64-linux-gnu/perl-base'],
    ...[`/usr/lib/x86_64-linux-gnu/perl/${perl}`, `/usr/share/perl/${perl}`, '/usr/local/lib/site_perl'],
  ].join(' ');
  const dialog =
    term === ''
      ? 'TERM is not set, so the dialog frontend is not usable.'
      : term === 'dumb'
        ? 'Dialog frontend will not work on a dumb terminal, an emacs shell buffer, or without a controlling terminal.'
        : `No usable dialog-like program is installed, so the dialog based frontend cannot be used. at ${FRONTEND}/Dialog.pm line 79${where}`;
  return [
    ['Dialog', 'Readline', dialog],
    [
      'Readline',
      'Teletype',
      `Can't locate Term/ReadLine.pm in @INC (you may need to install the Term::ReadLine module) (@INC entries checked: ${folders}) at ${FRONTEND}/Readline.pm line 8${where}`,
    ],
    ['Teletype', 'Noninteractive', isTerminal ? undefined : 'This frontend requires a controlling tty.'],
  ];
}
