/**
 * Batch mode: JSON lines in, one line out for each, in order (contract in the design, §4).
 *
 *     {"cmd": "docker ps", "timeout": 30}
 *     {"write": {"path": "demo/Dockerfile", "content": "…", "mode": "755"}}
 *     {"restart": true}
 *     {"tty": {"cmd": "docker run -it alpine", "input": "ls\nexit\n"}, "timeout": 30}
 */
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { encode, fromBase64, messageOf } from '../base/index.ts';
import type { Machine } from './machine.ts';

const timeout = v.optional(v.pipe(v.number(), v.minValue(0)));
const lineSchema = v.union([
  v.strictObject({ cmd: v.string(), timeout }),
  v.strictObject({
    write: v.strictObject({
      path: v.pipe(v.string(), v.nonEmpty()),
      content: v.string(),
      mode: v.optional(v.pipe(v.string(), v.regex(/^[0-7]{1,4}$/))),
      encoding: v.optional(v.literal('base64')),
    }),
  }),
  v.strictObject({ restart: v.literal(true) }),
  v.strictObject({ tty: v.strictObject({ cmd: v.string(), input: v.string(), timeout }), timeout }),
]);

/** Answers until the input ends; 0. */
export async function runBatch(
  machine: Machine,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<number> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const answer = await answerTo(machine, line);
    await new Promise<void>((resolve) => output.write(`${JSON.stringify(answer)}\n`, () => resolve()));
  }
  return 0;
}

async function answerTo(machine: Machine, text: string): Promise<object> {
  try {
    return await perform(machine, v.parse(lineSchema, JSON.parse(text)));
  } catch (error) {
    return { error: error instanceof v.ValiError ? explain(text) : messageOf(error) };
  }
}

async function perform(machine: Machine, line: v.InferOutput<typeof lineSchema>): Promise<object> {
  if ('cmd' in line) return machine.laptop.exec(line.cmd, line.timeout);
  if ('tty' in line) {
    return machine.laptop.execTty(line.tty.cmd, line.tty.input, line.tty.timeout ?? line.timeout);
  }
  if ('write' in line) {
    const { path, content, mode, encoding } = line.write;
    const bytes = encoding === 'base64' ? fromBase64(content) : encode(content);
    await machine.laptop.writeFile(path, bytes, mode === undefined ? undefined : Number.parseInt(mode, 8));
    return { exit: 0 };
  }
  await machine.restart();
  return { exit: 0 };
}

/** What is wrong with a line, by the member that it has. */
function explain(text: string): string {
  const line: unknown = JSON.parse(text);
  const kinds = ['cmd', 'write', 'restart', 'tty'];
  const named =
    typeof line === 'object' && line !== null ? kinds.filter((kind) => Object.hasOwn(line, kind)) : [];
  if (named.length !== 1) return `a line has exactly one of ${kinds.join(', ')}`;
  const schema = lineSchema.options[kinds.indexOf(named[0]!)]!;
  const { issues } = v.safeParse(schema as v.GenericSchema, line);
  const [issue] = issues ?? [];
  const place = issue?.path?.map(({ key }) => String(key)).join('.');
  return [place, issue?.message ?? 'is not valid'].filter(Boolean).join(': ');
}
