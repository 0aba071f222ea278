/** The instructions by keyword. A new one is a file beside this and a line here. */

import { fault, type Lines, locate } from '../location.ts';
import { didYouMean } from '../suggest.ts';
import type { InstructionNode } from '../tree.ts';
import { type Add, parseAdd } from './add.ts';
import { type Arg, parseArg } from './arg.ts';
import { type Cmd, parseCmd } from './cmd.ts';
import { type Copy, parseCopy } from './copy.ts';
import { type Entrypoint, parseEntrypoint } from './entrypoint.ts';
import { type Env, parseEnv } from './env.ts';
import { type Expose, parseExpose } from './expose.ts';
import { type From, parseFrom } from './from.ts';
import { type Healthcheck, parseHealthcheck } from './healthcheck.ts';
import { type Label, parseLabel } from './label.ts';
import { type Maintainer, parseMaintainer } from './maintainer.ts';
import { type Onbuild, parseOnbuild } from './onbuild.ts';
import { type Parse, requestOf } from './request.ts';
import { parseRun, type Run } from './run.ts';
import { parseShell, type Shell } from './shell.ts';
import { parseStopsignal, type Stopsignal } from './stopsignal.ts';
import { parseUser, type User } from './user.ts';
import { parseVolume, type Volume } from './volume.ts';
import { parseWorkdir, type Workdir } from './workdir.ts';

export type Instruction =
  | Add
  | Arg
  | Cmd
  | Copy
  | Entrypoint
  | Env
  | Expose
  | From
  | Healthcheck
  | Label
  | Maintainer
  | Onbuild
  | Run
  | Shell
  | Stopsignal
  | User
  | Volume
  | Workdir;

const TABLE = new Map<string, Parse<Instruction>>([
  ['add', parseAdd],
  ['arg', parseArg],
  ['cmd', parseCmd],
  ['copy', parseCopy],
  ['entrypoint', parseEntrypoint],
  ['env', parseEnv],
  ['expose', parseExpose],
  ['from', parseFrom],
  ['healthcheck', parseHealthcheck],
  ['label', parseLabel],
  ['maintainer', parseMaintainer],
  ['onbuild', parseOnbuild],
  ['run', parseRun],
  ['shell', parseShell],
  ['stopsignal', parseStopsignal],
  ['user', parseUser],
  ['volume', parseVolume],
  ['workdir', parseWorkdir],
]);

/** A node as a typed, checked instruction. @throws StrataError `EDOCKERFILE` with `data.lines` */
export function parseInstruction(node: InstructionNode, lines: Lines = node.lines): Instruction {
  try {
    const parse = TABLE.get(node.keyword.toLowerCase());
    if (parse) return parse(requestOf(node, lines));
    const known = [...TABLE.keys()].map((keyword) => keyword.toUpperCase());
    throw fault(`unknown instruction: ${node.keyword}${didYouMean(node.keyword, known, false)}`);
  } catch (error) {
    throw locate(error, lines);
  }
}
