/**
 * What is compared with the real client. `same`: commands that change nothing, run by both clients
 * on the same state, equal to the byte. `sessions`: commands that change something, run as a whole by
 * each client, equal after `normalise`; what begins with `!` is for the shell. `templates` are `--format`s over the row of one container.
 *
 * `@` stands for the prefix of names. Files of `test/cli/files` are in the working directory.
 */
import { builds } from './builds.mjs';
import { inspect } from './inspect.mjs';
import { lists } from './lists.mjs';
import { processes } from './processes.mjs';
import { sessions } from './sessions.mjs';
import { shown } from './shown.mjs';
import { templates } from './templates.mjs';
import { usage } from './usage.mjs';
import { words } from './words.mjs';

export const setup = [
  'tag alpine:3.20 @alpine',
  'tag alpine:3.20 @other:v1',
  'tag alpine:3.20 @other:v2',
  'run -d --name @one -l tier=web -l com.example.my_app=x -e A=1 @alpine sh -c "echo out; echo err >&2; mkdir /d; touch /d/f; rm /bin/cat; exec sleep 1000"',
  'run --name @two @other:v1 sh -c "echo two; exit 3"',
  'create --name @three -v @vol:/data --entrypoint /bin/sh @alpine -c "a rather long command line that is cut"',
  'run -d --name @four -t @alpine sh -c "echo tty; sleep 1000"',
  'volume create @empty --label a=b',
];

export const teardown = [
  'rm -f @one @two @three @four @five @six @seven @exec',
  'volume rm -f @vol @empty @made',
  'network rm -f @net @net2',
  'rmi -f @alpine @other:v1 @other:v2 @tagged @tagged:x @made @made:x @made:y @made:v1 @made:v2',
];

/** Those of `same`, by the file that they are in. */
export const groups = { words, usage, lists, shown, inspect, processes, builds };
export { sessions, templates };
