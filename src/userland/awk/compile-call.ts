/** Calls of a program's functions, and getline. */
import { errnoOf } from '../../posix/index.ts';
import { all, type Code, map, prompt, run, wait, waiting } from './code.ts';
import { type Compiler, compileCell, compilePlace } from './compile-place.ts';
import { Cell, type Heap } from './heap.ts';
import type { Expression } from './syntax.ts';
import { fromInput, toNumber, type Value } from './values.ts';

export function compileCall(c: Compiler, e: Extract<Expression, { kind: 'call' }>): Code<Value> {
  const { machine: m } = c;
  const call = c.call(e.name, e.line);
  const args = e.args.map((arg): Code<Cell> => {
    if (arg.kind === 'variable' && !(arg.local === undefined && arg.name === 'NF')) {
      const cell = compileCell(c, arg);
      return prompt(() => passed(m.heap, cell()));
    }
    return map(c.expression(arg), (value) => {
      const cell = new Cell(m.heap);
      cell.value = value;
      return cell;
    });
  });
  const cells = all(args);
  return waiting(function* () {
    const frame = yield* run(cells);
    for (let i = frame.length; i < c.parameters(e.name); i++) frame.push(new Cell(m.heap));
    const before = m.frame;
    try {
      return yield* call(frame);
    } finally {
      m.frame = before;
      for (const cell of frame) cell.release();
    }
  });
}

/** A variable as a function gets it: arrays are shared, also those that become one only there. */
function passed(heap: Heap, cell: Cell): Cell {
  const copy = new Cell(heap);
  copy.value = cell.value;
  copy.array = cell.array;
  if (cell.value === undefined && !cell.array) copy.origin = cell;
  return copy;
}

export function compileGetline(c: Compiler, e: Extract<Expression, { kind: 'getline' }>): Code<Value> {
  const { machine: m } = c;
  const source = e.source && c.expression(e.source);
  const target = e.target && compilePlace(c, e.target);
  return waiting(function* () {
    let record: string | undefined;
    try {
      if (!source) record = yield* wait(m.nextRecord());
      else {
        const name = m.textOf(yield* run(source));
        const records = yield* wait(m.streams.read(e.from === 'file' ? 'file' : 'command', name));
        record = yield* wait(records.next(m.separator()));
        if (record !== undefined) m.rt.value = records.terminator;
        if (record !== undefined && e.from === 'command') m.nr.value = toNumber(m.nr.value) + 1;
      }
    } catch (error) {
      if (!errnoOf(error)) throw error;
      return -1;
    }
    if (record === undefined) return 0;
    if (target) (yield* run(target)).set(fromInput(record));
    else m.fields.setRecord(record);
    return 1;
  });
}
