/**
 * dockerfile: text of a Dockerfile to typed instructions; expansion, .dockerignore, build checks.
 *
 * Pure text: knows no images, no files, no builds.
 */
export { type CheckWarning, createLinter, type Linter, warningText } from './checks.ts';
export { checkOptions } from './directives.ts';
export { formatDuration } from './duration.ts';
export { excerpt } from './excerpt.ts';
export { expand } from './expand.ts';
export { quote, quoteList } from './go-text.ts';
export { chompTabs, parseHeredocMark } from './heredoc.ts';
export { createIgnoreMatcher, type IgnoreMatcher, readIgnoreFile } from './ignore.ts';
export type { Add } from './instructions/add.ts';
export type { Arg } from './instructions/arg.ts';
export type { Copy } from './instructions/copy.ts';
export type { Pair } from './instructions/pairs.ts';
export { type Instruction, parseInstruction } from './instructions/table.ts';
export { fault, type Lines, linesOf, locate, locating } from './location.ts';
export { parseDockerfile } from './parse.ts';
export { cleanPath } from './paths.ts';
export { type Program, parseTrigger, type Stage, type StageInstruction, toProgram } from './program.ts';
export { toSexpr } from './sexpr.ts';
export { didYouMean, suggest } from './suggest.ts';
