/** apt and dpkg on the shipped Debian roots, against recordings of the real ones on the same repositories. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { startMachine } from './machine.ts';

/** Times and speeds, and how many files a root has: the shipped ones do not list them. */
function settled(text: string): string {
  return inOrder(text)
    .replace(/^(Fetched \S+ \S+) in .*/gm, '$1')
    .replace(/\(Reading database \.\.\. \d+ files? .*\)/g, '(Reading database ... N)')
    .replace(/ \/ \S+ \S+ available$/gm, '')
    .replace(/apt-dpkg-install-\w+/g, 'apt-dpkg-install-XXXXXX');
}

/** Without a network the real one asks for several at once; they end in any order. */
function inOrder(text: string): string {
  return text.replace(/(?:^(?:Ign|Err):.*\n(?: {2}.*\n)?)+/gm, (lines) =>
    lines
      .split(/^(?=\w)/m)
      .sort()
      .join(''),
  );
}

describe.each(['bookworm', 'trixie'])('%s', (codename) => {
  const recorded = readFileSync(new URL(`recorded/${codename}.txt`, import.meta.url), 'utf8');
  const blocks = recorded.split(/^(?=# )/m);
  it.each(blocks.map((block) => [block.split('\n')[0]!, block]))(
    '%s',
    async (_, block) => {
      const machine = await startMachine('debian', `${codename}-slim`);
      let text = '';
      for (const line of block.split('\n').filter((one) => /^[#$] /.test(one))) {
        text += `${line}\n`;
        if (!line.startsWith('$')) continue;
        if (line === '$ : >/etc/hosts') machine.offline = true;
        else text += await machine.run(line.slice(2));
      }
      if (process.env['APT_OUT']) {
        const { writeFileSync } = await import('node:fs');
        const at = `${process.env['APT_OUT']}/${codename}-${blocks.indexOf(block)}`;
        writeFileSync(`${at}.ours`, settled(text));
        writeFileSync(`${at}.real`, settled(block));
      }
      expect(settled(text).trim()).toBe(settled(block).trim());
    },
    60_000,
  );
});
