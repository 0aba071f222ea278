/** curl's options: one table gives what is parsed, what `--help` lists, and which are told to be absent. */

interface Option {
  readonly long: string;
  readonly short?: string;
  /** What its value is called, where it takes one. */
  readonly value?: string;
  readonly about: string;
}

const TABLE: readonly Option[] = [
  { long: 'compressed', about: 'Ask for a compressed answer, which the platform always does' },
  { long: 'connect-timeout', value: 'seconds', about: 'Longest time until an answer begins' },
  { long: 'cookie', short: 'b', value: 'data|file', about: 'Send cookies, given or from a file' },
  { long: 'create-dirs', about: "Make the output's folders" },
  { long: 'data', short: 'd', value: 'data', about: 'POST some data; @file reads it' },
  { long: 'data-ascii', value: 'data', about: 'As --data' },
  { long: 'data-binary', value: 'data', about: 'POST data as it is' },
  { long: 'data-raw', value: 'data', about: 'POST data, @ means nothing' },
  { long: 'data-urlencode', value: 'data', about: 'POST data, encoded for a URL' },
  { long: 'fail', short: 'f', about: 'Fail on an HTTP error, without its page' },
  { long: 'fail-with-body', about: 'Fail on an HTTP error, with its page' },
  { long: 'form', short: 'F', value: 'name=content', about: 'POST a form with files' },
  { long: 'form-string', value: 'name=string', about: 'A field of a form, as it is' },
  { long: 'get', short: 'G', about: 'Put the data into the URL' },
  { long: 'globoff', short: 'g', about: 'Take {} and [] in URLs as they are' },
  { long: 'head', short: 'I', about: 'Headers only' },
  { long: 'header', short: 'H', value: 'header|@file', about: 'Send a header of your own' },
  { long: 'help', short: 'h', about: 'This list' },
  { long: 'include', short: 'i', about: 'Show the headers too' },
  { long: 'insecure', short: 'k', about: 'Without effect: the platform checks certificates' },
  { long: 'json', value: 'data', about: 'POST JSON' },
  { long: 'location', short: 'L', about: 'Follow redirects' },
  { long: 'max-redirs', value: 'num', about: 'Most redirects that are followed' },
  { long: 'max-time', short: 'm', value: 'seconds', about: 'Longest time for all of it' },
  { long: 'no-buffer', short: 'N', about: 'Write as it comes, which is always so' },
  { long: 'no-progress-meter', about: 'No progress meter' },
  { long: 'oauth2-bearer', value: 'token', about: 'Log in with a token' },
  { long: 'output', short: 'o', value: 'file', about: 'Write to a file' },
  { long: 'output-dir', value: 'dir', about: "The output's folder" },
  { long: 'progress-bar', short: '#', about: 'Show a bar' },
  { long: 'referer', short: 'e', value: 'URL', about: 'Where the request comes from' },
  { long: 'remote-name', short: 'O', about: 'Write to a file named as the remote one' },
  { long: 'remote-name-all', about: 'As -O for all URLs' },
  { long: 'request', short: 'X', value: 'method', about: 'Method of the request' },
  { long: 'retry', value: 'num', about: 'Try again so often where it may help' },
  { long: 'retry-all-errors', about: 'Try again on all errors' },
  { long: 'retry-connrefused', about: 'Try again where nothing answers' },
  { long: 'retry-delay', value: 'seconds', about: 'Wait so long between tries' },
  { long: 'show-error', short: 'S', about: 'Show errors although silent' },
  { long: 'silent', short: 's', about: 'Neither meter nor errors' },
  { long: 'upload-file', short: 'T', value: 'file', about: 'PUT a file' },
  { long: 'url', value: 'url', about: 'What to get' },
  { long: 'url-query', value: 'data', about: "Add to the URL's query" },
  { long: 'user', short: 'u', value: 'user:password', about: 'Log in' },
  { long: 'user-agent', short: 'A', value: 'name', about: 'Who asks' },
  { long: 'verbose', short: 'v', about: 'Show what is sent and what comes' },
  { long: 'version', short: 'V', about: 'Which curl this is' },
  { long: 'write-out', short: 'w', value: 'format', about: 'Print something at the end' },
];

export interface Given {
  has(long: string): boolean;
  value(long: string): string | undefined;
  values(long: string): readonly string[];
  /** Options with values, in the order in which they stand. */
  readonly all: readonly (readonly [long: string, value: string])[];
  readonly urls: readonly string[];
}

const MUST_SAY = new Set(['output', 'url']);
const BLANK = 'blank argument where content is expected';

/** A command line that cannot be understood. */
export class UsageProblem extends Error {}

export function parseArguments(args: readonly string[]): Given {
  const all: [string, string][] = [];
  const urls: string[] = [];
  let at = 0;
  const take = (option: Option, shown: string, attached?: string): void => {
    if (option.value === undefined) {
      all.push([option.long, '']);
      return;
    }
    const value = attached ?? args[at++];
    if (value === undefined) throw new UsageProblem(`option ${shown}: requires parameter`);
    if (value === '' && MUST_SAY.has(option.long)) throw new UsageProblem(`option ${shown}: ${BLANK}`);
    if (option.long === 'url') urls.push(value);
    else all.push([option.long, value]);
  };
  let literal = false;
  while (at < args.length) {
    const word = args[at++]!;
    if (word === '') throw new UsageProblem(`option : ${BLANK}`);
    if (literal || !word.startsWith('-') || word === '-') urls.push(word);
    else if (word === '--') literal = true;
    else if (word.startsWith('--')) takeLong(word, take, all);
    else {
      for (let i = 1; i < word.length; i++) {
        const option = TABLE.find(({ short }) => short === word[i]);
        if (!option) throw new UsageProblem(`option ${word}: is unknown`);
        const rest = word.slice(i + 1);
        take(option, word, option.value !== undefined && rest !== '' ? rest : undefined);
        if (option.value !== undefined) break;
      }
    }
  }
  return {
    has: (long) => {
      const last = all.findLast(([name]) => name === long);
      return last !== undefined && last[1] !== OFF;
    },
    value: (long) => all.findLast(([name]) => name === long)?.[1],
    values: (long) => all.filter(([name]) => name === long).map(([, value]) => value),
    all,
    urls,
  };
}

/** Marks an option that `--no-` takes back; no argument holds a NUL. */
const OFF = '\0';

function takeLong(
  word: string,
  take: (option: Option, shown: string) => void,
  all: [string, string][],
): void {
  const name = word.slice(2);
  const exact = TABLE.find(({ long }) => long === name);
  if (exact) {
    take(exact, word);
    return;
  }
  const switched = TABLE.find(({ long, value }) => value === undefined && name === `no-${long}`);
  if (switched) {
    all.push([switched.long, OFF]);
    return;
  }
  const beginnings = TABLE.filter(({ long }) => long.startsWith(name));
  if (beginnings.length > 1) throw new UsageProblem(`option ${word}: is ambiguous`);
  if (beginnings.length === 0) throw new UsageProblem(`option ${word}: is unknown`);
  take(beginnings[0]!, word);
}

export function helpText(): string {
  const lines = TABLE.map(({ long, short, value, about }) => {
    const names = `${short ? `-${short}, ` : '    '}--${long}${value ? ` <${value}>` : ''}`;
    return ` ${names.padEnd(32)} ${about}\n`;
  });
  return `Usage: curl [options...] <url>\n\nTransfer what a URL names, over http and https\n\n${lines.join('')}`;
}
