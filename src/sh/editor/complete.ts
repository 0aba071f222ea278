/**
 * What Tab completes: commands, files, variables, and whatever a hook of the composition root knows
 * (`docker`'s verbs, images, containers).
 */
import { errnoOf, isDir, isLink, X_OK } from '../../posix/index.ts';
import { builtins } from '../builtins/index.ts';
import type { Shell } from '../shell.ts';
import { tildeDirectory } from '../tilde.ts';
import { getVariable } from '../variables.ts';
import type { Candidate, Completion } from './completion-types.ts';
import { type CommandLine, splitLine } from './split-line.ts';

/** The service `completion`: candidates for `words[current]`, whole words; undefined where files fit. */
export type CompletionHook = (
  words: readonly string[],
  current: number,
  line: string,
) => Promise<readonly string[] | undefined>;

const KEYWORDS = [
  'case',
  'do',
  'done',
  'elif',
  'else',
  'esac',
  'fi',
  'for',
  'function',
  'if',
  'then',
  'until',
  'while',
];

export async function completeLine(
  shell: Shell,
  text: string,
  cursor: number,
): Promise<Completion | undefined> {
  const line = splitLine(text.slice(0, cursor));
  const { word } = line;
  const variable = /\$\{?([A-Za-z_]\w*)?$/.exec(line.raw);
  if (variable && line.quote !== "'") return completeVariable(shell, variable[0], variable[1] ?? '', cursor);
  if (line.words.length === 1 && !word.includes('/') && !word.startsWith('~')) {
    const commands = await commandNames(shell, word);
    return { from: line.from, candidates: commands.map((name) => candidate(name, ' ', line)) };
  }
  const hook = shell.sys.service<CompletionHook>('completion');
  if (hook && line.words.length > 1) {
    const words = await hook(line.words, line.words.length - 1, text.slice(0, cursor));
    if (words) {
      return {
        from: line.from,
        candidates: unique(words).map((each) => candidate(each, /[=/]$/.test(each) ? '' : ' ', line)),
      };
    }
  }
  return { from: line.from, candidates: await fileNames(shell, line) };
}

function completeVariable(shell: Shell, typed: string, prefix: string, cursor: number): Completion {
  const brace = typed.startsWith('${');
  const names = [...shell.variables.map.keys()].filter((name) => name.startsWith(prefix)).sort();
  return {
    from: cursor - typed.length,
    candidates: names.map((name) => ({ text: `$${brace ? '{' : ''}${name}`, ending: brace ? '}' : ' ' })),
  };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

async function commandNames(shell: Shell, prefix: string): Promise<string[]> {
  const { sys } = shell;
  const names = [...builtins.keys(), ...shell.functions.keys(), ...shell.aliases.keys(), ...KEYWORDS].filter(
    (name) => name.startsWith(prefix) && /^\w/.test(name),
  );
  for (const directory of (getVariable(shell.variables, 'PATH') ?? '').split(':')) {
    try {
      for (const entry of await sys.readdir(directory || '.')) {
        if (!entry.name.startsWith(prefix) || isDir(entry.type)) continue;
        if (await isExecutable(shell, `${directory || '.'}/${entry.name}`)) names.push(entry.name);
      }
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
    }
  }
  return unique(names);
}

async function isExecutable(shell: Shell, path: string): Promise<boolean> {
  try {
    await shell.sys.access(path, X_OK);
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

async function fileNames(shell: Shell, line: CommandLine): Promise<Candidate[]> {
  const slash = line.word.lastIndexOf('/') + 1;
  const shown = line.word.slice(0, slash);
  const base = line.word.slice(slash);
  const directory = await expandTilde(shell, shown);
  const candidates: Candidate[] = [];
  try {
    for (const entry of await shell.sys.readdir(directory || '.')) {
      if (!entry.name.startsWith(base) || (entry.name[0] === '.' && base[0] !== '.')) continue;
      const isDirectory =
        isDir(entry.type) || (isLink(entry.type) && (await leadsToDirectory(shell, directory + entry.name)));
      const made = candidate(shown + entry.name + (isDirectory ? '/' : ''), isDirectory ? '' : ' ', line);
      candidates.push({ ...made, label: entry.name + (isDirectory ? '/' : '') });
    }
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
  }
  return candidates.sort((a, b) => (a.text < b.text ? -1 : 1));
}

async function expandTilde(shell: Shell, path: string): Promise<string> {
  const match = /^~([^/]*)\//.exec(path);
  if (!match) return path;
  const home = await tildeDirectory(shell, match[1]!);
  return home === undefined ? path : `${home}/${path.slice(match[0].length)}`;
}

async function leadsToDirectory(shell: Shell, path: string): Promise<boolean> {
  try {
    return isDir((await shell.sys.stat(path)).mode);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

/** A word in the quotes that were open, or with backslashes. */
function candidate(word: string, ending: string, line: CommandLine): Candidate {
  const close = ending === ' ' ? line.quote : '';
  if (line.quote === "'") return { text: `'${word}`, ending: close + ending, label: word };
  if (line.quote === '"')
    return { text: `"${word.replace(/[$`"\\]/g, '\\$&')}`, ending: close + ending, label: word };
  const tilde = /^~[^/]*\//.exec(word)?.[0] ?? '';
  const escaped = word.slice(tilde.length).replace(/[\s$`"'\\|&;<>(){}*?[\]#!~]/g, '\\$&');
  // A backslash before a newline would take both away.
  return { text: tilde + escaped.replace(/\\\n/g, "$$'\\n'"), ending, label: word };
}
