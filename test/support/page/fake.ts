/**
 * The page over a stand-in for laptop and engine, for looking at it: `fake.html?state=hidden`.
 * Never part of the build.
 */
import '../../../src/app/style/index.css';
import '../../../src/app/style/fonts.css';
import type { StrataEvent, StrataState } from '../../../src/api/index.ts';
import type { Environment } from '../../../src/app/environment.ts';
import { mountPage } from '../../../src/app/mount.tsx';
import { createDuplexPair, createPipe, decode, encode, sourceOf } from '../../../src/base/index.ts';
import * as states from '../../golden/viz/states.ts';

const query = new URLSearchParams(location.search);
let state: StrataState = (states as never as Record<string, StrataState>)[query.get('state') ?? 'street']!;
const events = createPipe();

const PROMPT = '\x1b[1;32myou@laptop\x1b[0m:\x1b[1;34m~/docker-image-demo\x1b[0m$ ';
const BEFORE = [
  ' \x1b[36m=> CACHED [2/3] RUN apk update\x1b[0m                                                    0.0s',
  ' \x1b[36m=> CACHED [3/3] COPY . /app\x1b[0m                                                       0.0s',
  `${PROMPT}docker exec app1 sh -c 'echo hello > /out.txt; rm /app/my-app.sh'`,
  `${PROMPT}docker diff app1`,
  'C /app',
  'D /app/my-app.sh',
  'A /out.txt',
  PROMPT,
];

const listeners: ((command: string, exit: number) => void)[] = [];
const environment: Environment = {
  async openTerminal() {
    const [near, far] = createDuplexPair();
    void (async () => {
      await far.sink.write(encode(query.has('empty') ? PROMPT : BEFORE.join('\r\n')));
      let line = '';
      for (let chunk = await far.source.read(); chunk; chunk = await far.source.read()) {
        for (const key of decode(chunk)) {
          if (key === '\r') {
            await far.sink.write(encode(`\r\n${PROMPT}`));
            for (const listener of listeners) listener(line, 0);
            line = '';
          } else if (key === '\x15') {
            line = '';
          } else if (key >= ' ') {
            line += key;
            await far.sink.write(encode(key));
          }
        }
      }
    })();
    return { connection: near, resize() {}, close() {} };
  },
  exec: async () => ({ exit: 0, stdout: '', stderr: '' }),
  readFile: async () => encode('FROM alpine\nRUN apk update\nCOPY . /app\nCMD [ "/app/my-app.sh" ]\n'),
  writeFile: async () => {},
  flush: async () => {},
  drop: async () => [],
  transport: async (request) => {
    const json = (value: unknown) => ({
      status: 200,
      headers: {},
      body: sourceOf([encode(JSON.stringify(value))]),
    });
    if (request.path === '/strata/v1/state') return json(state);
    if (request.path === '/strata/v1/events') return { status: 200, headers: {}, body: events.source };
    return { status: 404, headers: {}, body: sourceOf([]) };
  },
  onOpenEditor(listener) {
    Object.assign(window, { openEditor: listener });
  },
  suggest() {},
  onTemporary() {},
  onCommand(listener) {
    listeners.push(listener);
  },
};

Object.assign(window, {
  /** The first container's id. */
  strata1: () => state.containers[0]?.id,
  /** Sends an event as the engine would. */
  send: (event: StrataEvent) => void events.sink.write(encode(`${JSON.stringify(event)}\n`)),
  setState(name: string) {
    state = { ...(states as never as Record<string, StrataState>)[name]!, version: state.version + 1 };
    void events.sink.write(encode(`${JSON.stringify({ type: 'state', version: state.version })}\n`));
  },
});
mountPage(document.getElementById('page')!, Promise.resolve(environment));
