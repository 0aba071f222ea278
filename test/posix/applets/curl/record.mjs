/**
 * Records what the real curl 8.14.1 says of words that are no URLs, into recorded.json:
 *
 *   node test/posix/applets/curl/record.mjs --curl PATH
 *
 * The recording is of Debian trixie's curl. Nothing is asked of a network.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const FORMAT =
  '[%{url_effective}|%{url}|%{scheme}|%{method}|%{referer}|%{http_code}|%{exitcode}|%{errormsg}]\n';
const WORDS = [
  ...[
    'http://%{url}',
    'http://h:99999/',
    'http://h:ab/',
    'http://',
    'h:',
    'ht!tp://x',
    'http://a b/',
    'http://[::1]x/',
  ],
  ...[
    'http://127.0.0.1:-1/',
    'http://h h:1',
    'http://%zz/',
    'localhost:70000',
    '//x',
    '/x',
    '?',
    'http://user:p w@h/',
  ],
  ...[
    'http:////x',
    'http://a^b/',
    'http://a<b/',
    'foo+bar://x/',
    'http://[zz]/',
    'http://[::1',
    'http://:80/',
    ':80',
  ],
  ...['http://u:p@/', 'http://x.invalid/a b', 'http://x\ty/', 'http://h:80x/'],
];
const { values } = parseArgs({ options: { curl: { type: 'string', default: '/usr/bin/curl' } } });
const recorded = WORDS.map((word) => {
  const args = ['-g', '-sS', '-e', 'r', '-w', FORMAT, word];
  const { stdout, stderr, status } = spawnSync(values.curl, args, { encoding: 'utf8' });
  return { args, stdout, stderr, status };
});
writeFileSync(new URL('recorded.json', import.meta.url), `${JSON.stringify(recorded, null, 1)}\n`);
console.log(`${recorded.length} cases`);
