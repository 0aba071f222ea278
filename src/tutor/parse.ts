/**
 * A lesson's files into a `Lesson`; what is wrong is said with file and place.
 */
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import { StrataError } from '../base/index.ts';
import { checkKinds } from './checks/table.ts';
import type { Check, Help, Lesson, Step } from './types.ts';

const condition = v.optional(v.record(v.string(), v.unknown()));

const helpSchema = v.strictObject({
  say: v.string(),
  run: v.optional(v.string()),
  when: condition,
  unless: condition,
});

const lessonSchema = v.strictObject({
  title: v.pipe(v.string(), v.nonEmpty('must not be empty')),
  about: v.string(),
  minutes: v.pipe(v.number(), v.minValue(1)),
  help: v.optional(v.record(v.string(), helpSchema), {}),
});

const stepSchema = v.strictObject({
  title: v.pipe(v.string(), v.nonEmpty('must not be empty')),
  checks: v.array(
    v.pipe(
      v.record(v.string(), v.unknown()),
      v.check((it) => typeof it['say'] === 'string', 'needs `say`: what it looks for, in a sentence'),
    ),
  ),
  hints: v.optional(v.array(v.string()), []),
  help: v.optional(v.array(v.string()), []),
  solution: v.array(v.string()),
});

/**
 * Parses the files of one lesson's folder, by name: `lesson.yaml` and `01-begin.md`, `02-….md`, in order.
 *
 * @throws StrataError `EINVAL` that names the file and what is wrong in it
 */
export function parseLesson(slug: string, files: ReadonlyMap<string, string>): Lesson {
  const head = files.get('lesson.yaml');
  if (head === undefined) throw wrong(`${slug}/lesson.yaml`, 'is missing');
  const place = `${slug}/lesson.yaml`;
  const { help: raw, ...about } = validate(lessonSchema, readYaml(head, place), place);
  const help = new Map(
    Object.entries(raw).map(([name, one]) => [name, parseHelp(one, `${place}: help.${name}`)]),
  );
  const names = [...files.keys()].filter((name) => /^\d+-[\w-]+\.md$/.test(name)).sort();
  if (!names.length) throw wrong(slug, 'has no steps: files like 01-begin.md');
  const steps = names.map((name) => parseStep(`${slug}/${name}`, files.get(name)!, help));
  return { slug, ...about, steps };
}

function parseStep(path: string, source: string, known: ReadonlyMap<string, Help>): Step {
  const match = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(source);
  if (!match) throw wrong(path, 'does not begin with front matter between two lines of ---');
  const { title, checks, hints, help, solution } = validate(stepSchema, readYaml(match[1]!, path), path);
  return {
    id: path.replace(/^.*\/\d+-/, '').replace(/\.md$/, ''),
    title,
    text: match[2]!.trim(),
    checks: checks.map((raw, index) => parseCheck(raw, `${path}: checks.${index}`)),
    hints,
    help: help.map((name) => {
      const one = known.get(name);
      if (!one) throw wrong(path, `help: lesson.yaml has none called ${name}`);
      return one;
    }),
    solution,
  };
}

function parseHelp({ say, run, when, unless }: v.InferOutput<typeof helpSchema>, place: string): Help {
  return {
    say,
    run,
    when: when && parseCheck({ say: '', ...when }, `${place}.when`),
    unless: unless && parseCheck({ say: '', ...unless }, `${place}.unless`),
  };
}

function parseCheck(raw: Readonly<Record<string, unknown>>, place: string): Check {
  const [name, ...others] = Object.keys(raw).filter((key) => key !== 'say');
  if (name === undefined || others.length) {
    throw wrong(place, `needs exactly one of ${[...checkKinds.keys()].join(', ')} beside say`);
  }
  const kind = checkKinds.get(name);
  if (!kind) throw wrong(place, `no check is called ${name}; there are ${[...checkKinds.keys()].join(', ')}`);
  return { say: raw['say'] as string, name, argument: validate(kind.schema, raw[name], `${place}.${name}`) };
}

function readYaml(text: string, path: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    throw wrong(path, (error as Error).message);
  }
}

function validate<T>(schema: v.GenericSchema<unknown, T>, value: unknown, place: string): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const at = issue.path?.map((item) => String(item.key)).join('.');
  throw wrong(at ? `${place}: ${at}` : place, issue.message);
}

function wrong(place: string, what: string): StrataError {
  return new StrataError('EINVAL', `${place}: ${what}`);
}
