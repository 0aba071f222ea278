/**
 * A line of shell as the simple commands in it, each as Docker would have it said most shortly:
 * `cd /; sudo docker image ls -a` holds `cd /` and `docker images -a`.
 *
 * Reads quotes, operators, redirections and here-documents; knows no variables and runs nothing. What
 * it takes for a command wrongly, no check looks for.
 */
export interface SimpleCommand {
  /** Its words without quotes and redirections, one space between them. */
  readonly text: string;
  /** Nothing came after it: its exit status is the line's. */
  readonly last: boolean;
}

/** Commands that the line runs unless one before it failed, in order; what follows `||` is left out. */
export function commandsIn(line: string): SimpleCommand[] {
  const found: string[] = [];
  let words: string[] = [];
  let doubtful = false;
  let heredocs: string[] = [];
  let target: 'none' | 'file' | 'heredoc' = 'none';
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(line)?.[0];
    if (match) at += match.length;
    return match;
  };
  const close = (operator: string): void => {
    const text = canonical(words);
    if (text && !doubtful) found.push(text);
    words = [];
    if (operator === '||') doubtful = true;
    else if (!operator.startsWith('|')) doubtful = false;
  };
  while (at < line.length) {
    if (take(/(?:[ \t\r]|\\\n)+/y)) continue;
    if (take(/#[^\n]*/y)) continue;
    if (take(/\n/y)) {
      close('\n');
      for (const end of heredocs) at = afterHeredoc(line, at, end);
      heredocs = [];
      continue;
    }
    const redirection = take(/\d*(?:<<-?(?!<)|<<<|&>>?|[<>]{1,2}[&|]?)/y);
    if (redirection) {
      target = /<<-?$/.test(redirection) ? 'heredoc' : 'file';
      continue;
    }
    const operator = take(/&&|\|\||\|&|[;&|()]/y);
    if (operator) {
      close(operator);
      continue;
    }
    const word = unquoted(take(WORD) ?? line[at++]!);
    if (target === 'none') words.push(word);
    else if (target === 'heredoc') heredocs.push(word);
    target = 'none';
  }
  close(';');
  return found.map((text, index) => ({ text, last: index === found.length - 1 }));
}

const WORD = /(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s;&|()<>'"\\])+/sy;

function unquoted(word: string): string {
  return word.replace(/'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/gs, (_, single, double, escaped) =>
    double === undefined ? (single ?? escaped) : double.replace(/\\(["\\$`])/g, '$1'),
  );
}

function afterHeredoc(line: string, from: number, end: string): number {
  for (let at = from; at < line.length; ) {
    const next = line.indexOf('\n', at);
    const stop = next < 0 ? line.length : next;
    const isEnd = line.slice(at, stop).replace(/^\t+/, '') === end;
    at = stop + 1;
    if (isEnd) return at;
  }
  return line.length;
}

/** What stands before a command and leaves it what it is. */
const BEFORE = /^(\w+=.*|\$|!|\{|if|then|elif|else|while|until|do|time|command|exec|nohup|env|sudo)$/;
/** Options of those, and of `docker` itself, that take a word. */
const TAKES_WORD =
  /^(-u|-g|--user|--group|--config|-c|--context|-H|--host|-l|--log-level|--tls(cacert|cert|key))$/;

function canonical(all: readonly string[]): string {
  let words = [...all];
  while (words.length && BEFORE.test(words[0]!)) words = withoutOptions(words.slice(1));
  if (/(^|\/)docker$/.test(words[0] ?? '')) words = ['docker', ...short(withoutOptions(words.slice(1)))];
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

function withoutOptions(words: readonly string[]): string[] {
  let at = 0;
  while (words[at]?.startsWith('-') && words[at] !== '--') at += TAKES_WORD.test(words[at]!) ? 2 : 1;
  return words.slice(at);
}

/** `container ls` is `ps`, `image history` is `history`. */
function short([group = '', verb = '', ...rest]: readonly string[]): string[] {
  const names = GROUPS[group];
  if (!names || !verb || verb.startsWith('-')) return [group, ...(verb ? [verb] : []), ...rest];
  return [names[verb] ?? verb, ...rest];
}

const GROUPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  container: { ls: 'ps', list: 'ps', remove: 'rm', prune: 'container prune' },
  image: { ls: 'images', list: 'images', rm: 'rmi', remove: 'rmi', prune: 'image prune' },
  builder: { prune: 'builder prune' },
  buildx: { b: 'build', ls: 'buildx ls', du: 'buildx du', prune: 'buildx prune' },
};
