/** What follows a build's progress: the logs of failed steps, and the warnings. */
import type { VertexWarning } from '../../builder/index.ts';
import type { Trace } from './trace.ts';

/** Blocks of failed steps; `color` gives the name of a step its colour. */
export function errorBlocks(trace: Trace): string {
  let text = '';
  for (const { vertex, tail } of trace.steps.values()) {
    if (!vertex.error || vertex.error.endsWith('context canceled')) continue;
    text += `------\n > ${vertex.name}:\n${tail.map((line) => `${line}\n`).join('')}------\n`;
  }
  return text;
}

/** The block of build checks' findings; with `debug` each with its explanation. */
export function warningBlock(trace: Trace, debug: boolean, color: boolean): string {
  const warnings = [...trace.steps.values()].flatMap((step) => step.warnings);
  if (warnings.length === 0) return '';
  const count = `${warnings.length} warning${warnings.length === 1 ? '' : 's'} found`;
  const head = `${count}${debug ? '' : ' (use docker --debug to expand)'}:\n`;
  let text = `\n ${color ? `\x1b[33m${head}\x1b[0m` : head}`;
  for (const warning of warnings) text += debug ? expanded(warning) : ` - ${warning.short}\n`;
  return text;
}

function expanded(warning: VertexWarning): string {
  let text = ` - ${warning.short}\n`;
  for (const line of warning.detail) text += `${line}\n`;
  if (warning.url) text += `More info: ${warning.url}\n`;
  return `${text}${sourceLines(warning)}\n`;
}

/** The lines of the Dockerfile that a warning is about, as build errors show them. */
function sourceLines({ source, sourceName = 'Dockerfile', ranges }: VertexWarning): string {
  const from = ranges[0]?.start.line;
  if (source === undefined || from === undefined) return '';
  const to = ranges[0]!.end.line;
  const lines = source.split('\n');
  const shown = lines.slice(Math.max(0, from - 3), to + 2).map((line, index) => {
    const number = Math.max(0, from - 3) + index + 1;
    return ` ${String(number).padStart(3)} | ${number >= from && number <= to ? '>>>' : '   '} ${line}`;
  });
  const rule = '--------------------';
  return `${sourceName}:${from}\n${[rule, ...shown, rule].join('\n')}\n`;
}
