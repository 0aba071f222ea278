/**
 * The page's entry: styles, the sandbox that this tab holds, the page, `window.strata`.
 */
import './style/index.css';
import { type Booted, boot } from './boot.ts';
import type { Environment } from './environment.ts';
import { loadFonts } from './fonts.ts';
import { holdSandbox } from './hold.ts';
import { modelData } from './model-data.ts';
import { mountPage } from './mount.tsx';
import { keepOffline } from './offline.ts';

const SANDBOX = 'default';

let booted: Booted | undefined;
let resolve: (environment: Environment) => void = () => {};
const environment = new Promise<Environment>((ready) => {
  resolve = ready;
});

const takeOver = holdSandbox(SANDBOX, {
  onHeld() {
    if (page.store.getState().status === 'elsewhere') page.store.setState({ status: 'starting' });
    else if (page.store.getState().status === 'handed-over') return location.reload();
    booted = boot(SANDBOX);
    resolve(booted.environment);
  },
  onElsewhere: () => page.store.setState({ status: 'elsewhere' }),
  async handOver() {
    await booted?.close();
    booted = undefined;
  },
  onTaken() {
    booted?.terminate();
    page.store.setState({ status: 'handed-over' });
  },
});
const page = mountPage(document.getElementById('page')!, environment, takeOver);

/** For scripts and tests: one lasting shell of the laptop, and what the picture shows, as data. */
Object.assign(window, {
  strata: {
    ready: environment.then(() => page.ready),
    exec: async (command: string, timeout?: number) => (await environment).exec(command, timeout),
    state: () => modelData(page.store.getState().model),
  },
});

// Asked for when there is something to lose; some browsers put the question to the person, and nobody waits for it.
const stopAsking = page.store.subscribe(({ model, temporary }) => {
  if (model.images.length === 0 || temporary) return;
  stopAsking();
  void navigator.storage?.persist?.().catch(() => {});
});

void page.ready.then(() => {
  booted?.startEngine();
  void loadFonts();
  void import('./drop.ts').then(({ acceptDrops }) => acceptDrops(page));
  void import('./regions.ts').then(({ walkRegions }) => walkRegions());
  keepOffline(page.store);
});
