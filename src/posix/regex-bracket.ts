/**
 * Sets of characters in regular expressions: brackets, classes, `.`.
 * @see POSIX.1-2024, Base Definitions, 9.3.5
 */
import {
  type ByteSet,
  RegexError,
  type RegexNode,
  type RegexOptions,
  type RegexParser,
} from './regex-tree.ts';
import {
  type CodeRange,
  characterAt,
  classBeyondAscii,
  foldRanges,
  invertRanges,
  nodeOfRanges,
} from './regex-utf8.ts';

const CLASSES: Readonly<Record<string, RegExp>> = {
  alpha: /[A-Za-z]/,
  digit: /[0-9]/,
  alnum: /[A-Za-z0-9]/,
  upper: /[A-Z]/,
  lower: /[a-z]/,
  space: /[ \t\n\v\f\r]/,
  blank: /[ \t]/,
  punct: /[!-/:-@[-`{-~]/,
  print: /[ -~]/,
  graph: /[!-~]/,
  cntrl: /[\x00-\x1f\x7f]/,
  xdigit: /[0-9A-Fa-f]/,
};

/** The bytes of a POSIX character class, or undefined where there is none of that name. */
export function byteClass(name: string): ByteSet | undefined {
  const pattern = Object.hasOwn(CLASSES, name) ? CLASSES[name] : undefined;
  if (!pattern) return undefined;
  const set = new Uint8Array(256);
  for (let code = 0; code < 128; code++) if (pattern.test(String.fromCharCode(code))) set[code] = 1;
  return set;
}

/** `.` */
export function anyCharacter({ bytes }: RegexOptions): RegexNode {
  return bytes ? { kind: 'set', set: new Uint8Array(256).fill(1) } : nodeOfRanges([[0, 0x10ffff]]);
}

/** Classes by name and single characters as one set. */
export function classNode(members: readonly string[], inverted: boolean, options: RegexOptions): RegexNode {
  const ranges = members.flatMap((member): CodeRange[] =>
    member.length === 1 ? [[member.charCodeAt(0), member.charCodeAt(0)]] : classRanges(member, options),
  );
  return nodeOf(ranges, inverted, options);
}

/** A bracket expression, from behind its `[`. */
export function parseBracket(p: RegexParser): RegexNode {
  const ranges: CodeRange[] = [];
  const inverted = p.text[p.at] === '^';
  if (inverted) p.at++;
  for (let first = true; ; first = false) {
    const char = p.text[p.at];
    if (char === undefined) throw new RegexError("Missing ']'");
    if (char === ']' && !first) break;
    if (p.text.startsWith('[:', p.at)) {
      ranges.push(...takeClass(p));
      continue;
    }
    const low = takeMember(p);
    let high = low;
    if (p.text[p.at] === '-' && p.text[p.at + 1] !== undefined && p.text[p.at + 1] !== ']') {
      p.at++;
      high = takeMember(p);
      if (high < low) throw new RegexError('Invalid character range');
    }
    ranges.push([low, high]);
  }
  p.at++;
  return nodeOf(p.options.ignoreCase ? foldRanges(ranges) : ranges, inverted, p.options);
}

function nodeOf(ranges: readonly CodeRange[], inverted: boolean, options: RegexOptions): RegexNode {
  if (!options.bytes) return nodeOfRanges(inverted ? invertRanges(ranges) : ranges);
  const set = new Uint8Array(256).fill(inverted ? 1 : 0);
  for (const [from, to] of ranges) set.fill(inverted ? 0 : 1, from, to + 1);
  return { kind: 'set', set };
}

function takeClass(p: RegexParser): readonly CodeRange[] {
  const end = p.text.indexOf(':]', p.at + 2);
  const name = p.text.slice(p.at + 2, end);
  if (end < 0 || !Object.hasOwn(CLASSES, name)) throw new RegexError('Unknown character class name');
  p.at = end + 2;
  return classRanges(name, p.options);
}

function classRanges(name: string, { bytes }: RegexOptions): CodeRange[] {
  const members = byteClass(name)!;
  const ascii: CodeRange[] = [];
  members.forEach((member, code) => {
    if (member) ascii.push([code, code]);
  });
  return bytes ? ascii : [...ascii, ...classBeyondAscii(name)];
}

/** Code of the character at this place, or of what stands in its stead. */
function takeMember(p: RegexParser): number {
  const opening = p.text.slice(p.at, p.at + 2);
  if (opening === '[.' || opening === '[=') throw new RegexError('Unknown collating element');
  if (p.options.bracketEscapes && p.text[p.at] === '\\' && p.at + 1 < p.text.length) {
    p.at++;
    const at = ESCAPES.indexOf(p.text[p.at]!);
    if (at >= 0 && at % 2 === 0) {
      p.at++;
      return ESCAPES.charCodeAt(at + 1);
    }
  }
  const character = p.options.bytes ? undefined : characterAt(p.text, p.at);
  const code = character?.code ?? p.text.charCodeAt(p.at) & 0xff;
  p.at += character?.length ?? 1;
  return code;
}

/** Letters and what they mean behind a backslash, in turn. */
const ESCAPES = 'n\nt\tr\rf\fv\va\x07b\b';
