/**
 * Progress of a layer on its way, as dockerd's messages have it.
 *
 * @see moby pkg/jsonmessage (JSONProgress), pkg/progress
 */
import type { ProgressMessage } from './docker-types.ts';

/** `{"status": "Downloading", "progressDetail": {…}, "progress": "[==>  ]  1.2MB/3.4MB", "id": "…"}` */
export function amountMessage(id: string, status: string, current: number, total: number): ProgressMessage {
  return { status, progressDetail: { current, total }, progress: progressBar(current, total), id };
}

/** A status without amounts. */
export function statusMessage(id: string, status: string): ProgressMessage {
  return { status, progressDetail: {}, id };
}

/** What is said each second before another attempt. */
export function retryWords(seconds: number): string {
  return `Retrying in ${seconds} second${seconds === 1 ? '' : 's'}`;
}

const WIDTH = 50;

function progressBar(current: number, total: number): string {
  const size = humanSize(current).padStart(8);
  if (total <= 0) return current > 0 ? size : '';
  const filled = Math.min(WIDTH, Math.trunc((current / total) * WIDTH));
  const bar = `[${'='.repeat(filled)}>${' '.repeat(WIDTH - filled)}]`;
  return `${bar} ${size}${current > total ? '' : `/${humanSize(total)}`}`;
}

/** go-units' HumanSize: decimal, four significant digits. */
function humanSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${Number(value.toPrecision(4))}${units[unit]}`;
}
