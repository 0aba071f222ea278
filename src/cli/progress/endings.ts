/** What follows a build's progress: the logs of failed steps, and the warnings. */
import type { VertexWarning } from '../../builder/index.ts';
import { excerpt } from '../../dockerfile/index.ts';
import type { Trace } from './trace.ts';

/** How many of a step's last lines the plain form repeats; the redrawn one has shown none of them. */
const REPEATED = 10;

/** Blocks of failed steps. */
export function errorBlocks(trace: Trace, all: boolean): string {
  let text = '';
  for (const { vertex, history } of trace.steps.values()) {
    if (!vertex.error || vertex.error.endsWith('context canceled')) continue;
    const lines = all ? history : history.slice(-REPEATED);
    text += `------\n > ${vertex.name}:\n${lines.map((line) => `${line}\n`).join('')}------\n`;
  }
  return text;
}

/** The block of build checks' findings, in colour wherever it goes; with `debug` each with its explanation. */
export function warningBlock(trace: Trace, debug: boolean): string {
  const warnings = [...trace.steps.values()].flatMap((step) => step.warnings);
  if (warnings.length === 0) return '';
  const count = `${warnings.length} warning${warnings.length === 1 ? '' : 's'} found`;
  const head = `${count}${debug ? '' : ' (use docker --debug to expand)'}:\n`;
  let text = `\n \x1b[33m${head}\x1b[0m`;
  for (const warning of warnings) text += debug ? expanded(warning) : ` - ${warning.short}\n`;
  return text;
}

function expanded(warning: VertexWarning): string {
  let text = ` - ${warning.short}\n`;
  for (const line of warning.detail) text += `${line}\n`;
  if (warning.url) text += `More info: ${warning.url}\n`;
  const lines = warning.ranges.map(({ start, end }) => ({ start: start.line, end: end.line }));
  const shown = excerpt(warning.sourceName ?? 'Dockerfile', warning.source ?? '', lines);
  return `${text}${shown === '' ? '' : `${shown}\n`}\n`;
}
