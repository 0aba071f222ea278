/**
 * Starts the sandbox: the engine's and the laptop's worker, and the ports between them and the page.
 */
import { connectOverPort } from '../api/index.ts';
import { connect, duplexOverPort, portOf, StrataError } from '../base/index.ts';
import type { LaptopApi } from '../laptop/index.ts';
import type { Environment, LaptopTerminal } from './environment.ts';
import type { EngineApi, PageRoleApi, RoleMessage } from './roles.ts';

export interface Booted {
  readonly environment: Environment;
  /** Starts the daemon, which the prompt does not wait for; happens by itself when the prompt is late. */
  startEngine(): void;
  /** Flushes and ends everything; nothing is written afterwards. */
  close(): Promise<void>;
  /** Ends the workers at once: the sandbox is another tab's. */
  terminate(): void;
}

/** The engine starts this long after the laptop, if nobody starts it before; ms. */
const LATEST_START = 1500;

/** `sandbox` names its databases and its lock. */
export function boot(sandbox: string): Booted {
  const base = new URL('./', document.baseURI).href;
  const engineApi = new MessageChannel();
  const laptopApi = new MessageChannel();
  const engineControl = new MessageChannel();
  const laptopControl = new MessageChannel();
  const pageApi = new MessageChannel();
  const host = new MessageChannel();

  const laptop = spawn({
    role: 'laptop',
    sandbox,
    base,
    api: laptopApi.port1,
    control: laptopControl.port2,
    page: pageApi.port2,
    host: host.port2,
  });
  const engineRpc = connect<EngineApi>(portOf(engineControl.port1 as never));
  // Ports keep what is said to the engine until it is there, so it can come after the prompt.
  let engine: Worker | undefined;
  const startEngine = (): void => {
    if (engine || ended) return;
    engine = spawn({
      role: 'engine',
      sandbox,
      base,
      api: [engineApi.port2, laptopApi.port2],
      control: engineControl.port2,
      host: host.port1,
    });
    engine.addEventListener('error', failed);
  };
  let ended = false;
  const failed = (event: ErrorEvent): void => {
    const error = new StrataError('EWORKER', event.message || 'a worker could not be loaded');
    engineRpc.fail(error);
    laptopRpc.fail(error);
  };
  const asked = answerLaptop();
  connect(portOf(pageApi.port1 as never), asked.api);
  const laptopRpc = connect<LaptopApi>(portOf(laptopControl.port1 as never));
  laptop.addEventListener('error', failed);
  setTimeout(startEngine, LATEST_START);

  const { remote } = laptopRpc;
  const environment: Environment = {
    async openTerminal(columns, rows): Promise<LaptopTerminal> {
      const { id, port } = await remote.openTerminal({ columns, rows });
      return {
        connection: duplexOverPort(portOf(port as never)),
        resize: (columns, rows) => laptopRpc.tell('resizeTerminal', id, { columns, rows }),
        close: () => laptopRpc.tell('closeTerminal', id),
      };
    },
    exec: (command, timeout) => remote.exec(command, timeout),
    readFile: (path) => remote.readFile(path),
    writeFile: (path, content) => remote.writeFile(path, content),
    drop: (files) =>
      remote.drop(
        files.map((file) => ({
          name: file.name,
          ref: { kind: 'blob', blob: file, size: file.size },
          modified: file.lastModified,
        })),
      ),
    flush: () => remote.flush(),
    transport: connectOverPort(portOf(engineApi.port1 as never)),
    onOpenEditor: asked.onOpenEditor,
    suggest: (command) => laptopRpc.tell('suggest', command),
    onCommand: asked.onCommand,
    onTemporary: asked.onTemporary,
  };
  const terminate = (): void => {
    ended = true;
    engine?.terminate();
    laptop.terminate();
  };
  return {
    environment,
    startEngine,
    async close() {
      await Promise.race([
        Promise.allSettled([remote.flush(), engine && engineRpc.remote.close()]),
        new Promise((resolve) => setTimeout(resolve, 2000)),
      ]);
      terminate();
    },
    terminate,
  };
}

function spawn(role: RoleMessage): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const ports = Object.values(role)
    .flat()
    .filter((value) => value instanceof MessagePort);
  worker.postMessage(role, ports);
  return worker;
}

/** What the laptop asks of the page; listeners come when the page is there. */
function answerLaptop(): Pick<Environment, 'onOpenEditor' | 'onCommand' | 'onTemporary'> & {
  api: PageRoleApi;
} {
  let openEditor: (path: string) => Promise<void> = async () => {};
  let command: (command: string, exit: number) => void = () => {};
  let isTemporary = false;
  let temporary = (): void => {
    isTemporary = true;
  };
  return {
    api: {
      openEditor: (path) => openEditor(path),
      commandRan: (text, exit) => command(text, exit),
      temporary: () => temporary(),
    },
    onOpenEditor(listener) {
      openEditor = listener;
    },
    onCommand(listener) {
      command = listener;
    },
    onTemporary(listener) {
      temporary = listener;
      if (isTemporary) listener();
    },
  };
}
