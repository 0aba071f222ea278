/**
 * The image config while instructions shape it, and as the JSON that makes the image's ID.
 *
 * @see OCI image-spec, config.md; docker-image-spec for Healthcheck, OnBuild, Shell; BuildKit's
 * image exporter for how times of history entries are filled
 */
import { compact, type Digest, goJson, sortedMap } from '../base/index.ts';
import type { HistoryEntry, ImageConfig, Platform, RunConfig } from '../oci/index.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** BuildKit's comment on what its Dockerfile frontend did. */
const COMMENT = 'buildkit.dockerfile.v0';

const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export interface Draft {
  platform: Platform;
  author: string | undefined;
  config: Writable<RunConfig>;
  history: HistoryEntry[];
  /** Top-level members that are kept as the base has them. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** What `FROM scratch` begins with. */
export function emptyDraft(platform: Platform): Draft {
  const config = { Env: [`PATH=${DEFAULT_PATH}`], WorkingDir: '/' };
  return { platform, author: undefined, config, history: [], extra: {} };
}

export function draftOf(image: ImageConfig): Draft {
  const { architecture, os, variant, author, config = {}, history = [] } = image;
  const env = config.Env ?? [];
  const hasPath = env.some((entry) => entry.startsWith('PATH='));
  return {
    platform: { architecture, os, ...(variant ? { variant } : {}) },
    author,
    config: { ...config, Env: hasPath ? [...env] : [...env, `PATH=${DEFAULT_PATH}`] },
    history: [...history],
    extra: { 'os.version': image['os.version'], 'os.features': image['os.features'] },
  };
}

/** What a stage begins with that stands on another. */
export function inherit(draft: Draft): Draft {
  const { OnBuild: _, ...config } = draft.config;
  return { ...draft, config: structuredClone(config), history: [...draft.history] };
}

/** Sets a variable, where it stands if it is there. */
export function setEnv(draft: Draft, key: string, value: string): void {
  const env = [...(draft.config.Env ?? [])];
  const at = env.findIndex((entry) => entry.split('=', 1)[0] === key);
  if (at >= 0) env[at] = `${key}=${value}`;
  else env.push(`${key}=${value}`);
  draft.config.Env = env;
}

export function commit(draft: Draft, createdBy: string, hasLayer: boolean): void {
  draft.history.push({
    created_by: createdBy,
    comment: COMMENT,
    ...(hasLayer ? {} : { empty_layer: true }),
  });
}

/** A layer's DiffID and when it was made (RFC 3339), lowest first; base images' layers need no time. */
export interface MadeLayer {
  readonly diffId: Digest;
  readonly created: string | undefined;
}

export function serialize(draft: Draft, layers: readonly MadeLayer[]): string {
  const history = fillTimes(draft.history, layers);
  const created = history.findLast((entry) => entry.created !== undefined)?.created;
  const { platform, author, extra } = draft;
  const rootfs = { type: 'layers', diff_ids: layers.length > 0 ? layers.map((it) => it.diffId) : null };
  const members = {
    architecture: platform.architecture,
    ...compact({ author }),
    config: runConfigJson(draft.config),
    created: created ?? null,
    history: history.length > 0 ? history.map(historyJson) : null,
    os: platform.os,
    ...compact(extra),
    rootfs,
    ...compact({ variant: platform.variant }),
  };
  return goJson(sortedMap(members));
}

function runConfigJson(config: RunConfig): Record<string, unknown> {
  return compact({
    User: config.User,
    ExposedPorts: sortedMap(config.ExposedPorts),
    Env: config.Env,
    Entrypoint: config.Entrypoint,
    Cmd: config.Cmd,
    Volumes: sortedMap(config.Volumes),
    WorkingDir: config.WorkingDir,
    Labels: sortedMap(config.Labels),
    StopSignal: config.StopSignal,
    ArgsEscaped: config.ArgsEscaped,
    Healthcheck:
      config.Healthcheck &&
      compact({
        Test: config.Healthcheck.Test,
        Interval: config.Healthcheck.Interval,
        Timeout: config.Healthcheck.Timeout,
        StartPeriod: config.Healthcheck.StartPeriod,
        StartInterval: config.Healthcheck.StartInterval,
        Retries: config.Healthcheck.Retries,
      }),
    OnBuild: config.OnBuild,
    Shell: config.Shell,
  });
}

function historyJson(entry: HistoryEntry): Record<string, unknown> {
  const { created, created_by, author, comment, empty_layer } = entry;
  return compact({ created, created_by, author, comment, empty_layer });
}

/** Layers bring their own times; entries without layer take that of the layer before, or else the first new one. */
function fillTimes(history: readonly HistoryEntry[], layers: readonly MadeLayer[]): HistoryEntry[] {
  let layer = 0;
  const timed = history.map((entry) => {
    if (entry.empty_layer) return entry;
    const created = entry.created ?? layers[layer]?.created;
    layer++;
    return created === undefined ? entry : { ...entry, created };
  });
  let created = firstTime(timed);
  let missing = false;
  return timed.map((entry) => {
    if (entry.created === undefined) {
      missing = true;
      return created === undefined ? entry : { ...entry, created };
    }
    if (missing) created = entry.created;
    return entry;
  });
}

/** The first time after an entry without one; where there is none such, the last there is. */
function firstTime(history: readonly HistoryEntry[]): string | undefined {
  let created: string | undefined;
  let missing = false;
  for (const entry of history) {
    if (entry.created === undefined) missing = true;
    else {
      created = entry.created;
      if (missing) break;
    }
  }
  return created;
}
