/** `--restart`: `no`, `always`, `unless-stopped`, `on-failure[:N]`. The engine checks the name. */
import { failure } from '../failure.ts';

export interface RestartPolicy {
  readonly Name: string;
  readonly MaximumRetryCount: number;
}

/** @throws ECLI */
export function parseRestart(text: string): RestartPolicy {
  if (text === '') return { Name: '', MaximumRetryCount: 0 };
  const at = text.indexOf(':');
  const name = at < 0 ? text : text.slice(0, at);
  const count = at < 0 ? undefined : text.slice(at + 1);
  if (name === '') throw failure('invalid restart policy format: no policy provided before colon');
  if (count === undefined) return { Name: name, MaximumRetryCount: 0 };
  if (!/^-?\d+$/.test(count)) {
    throw failure('invalid restart policy format: maximum retry count must be an integer');
  }
  return { Name: name, MaximumRetryCount: Number(count) };
}
