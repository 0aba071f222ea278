/** The article's image: its files, and the commands that are timed. */
import { median } from './measure.ts';

export const FILES: Readonly<Record<string, { content: string; mode?: string }>> = {
  'bench/Dockerfile': { content: 'FROM alpine\nRUN apk update\nCOPY . /app\nCMD [ "/app/my-app.sh" ]\n' },
  'bench/my-app.sh': {
    content:
      '#!/bin/sh\nwhile true; do\n        echo "hi! what time is it?"\n        echo "it is - `date`"\n        sleep 2\ndone\n',
    mode: '755',
  },
};

export const BUILD = 'docker build -q -t bench-app bench';
export const RUN = 'docker run --rm alpine echo hi';
export const IDLE = 'docker run -d alpine sleep 1000';

/** A script for the laptop's shell that prints the milliseconds each of `times` runs took, a line each. */
export function timing(command: string, times: number): string {
  // Half a second between them: people think before they type.
  return `for i in $(seq ${times}); do
  sleep 0.5
  a=$(date +%s%N)
  ${command} >/dev/null || exit 1
  b=$(date +%s%N)
  echo $(((b-a)/1000000))
done`;
}

/** The median of what `timing` printed. */
export function medianOf(printed: string): number {
  return median(
    printed
      .trim()
      .split('\n')
      .map(Number)
      .sort((a, b) => a - b),
  );
}
