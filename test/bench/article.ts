/** The article's image: its files, and the commands that are timed. */
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
