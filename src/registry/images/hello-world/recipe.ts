/**
 * hello-world: one program that prints one text.
 *
 * The text lies in the program's own file behind the header, so that who looks into the image finds
 * what it prints, and the program (`hello` in userland) only has to print what follows the first
 * zero byte of the file it was started from.
 */
import { concat, encode } from '../../../base/index.ts';
import { programFile } from '../../../kernel/index.ts';
import type { Recipe } from '../recipes.ts';

/** What Docker's image prints, to the byte: people compare. */
const TEXT = `
Hello from Docker!
This message shows that your installation appears to be working correctly.

To generate this message, Docker took the following steps:
 1. The Docker client contacted the Docker daemon.
 2. The Docker daemon pulled the "hello-world" image from the Docker Hub.
    (amd64)
 3. The Docker daemon created a new container from that image which runs the
    executable that produces the output you are currently reading.
 4. The Docker daemon streamed that output to the Docker client, which sent it
    to your terminal.

To try something more ambitious, you can run an Ubuntu container with:
 $ docker run -it ubuntu bash

Share images, automate workflows, and more with a free Docker ID:
 https://hub.docker.com/

For more examples and ideas, visit:
 https://docs.docker.com/get-started/

`;

export const helloWorld: Recipe = {
  name: 'library/hello-world',
  tags: ['latest', 'linux'],
  created: '2025-08-08T19:05:17Z',
  dockerfile: 'FROM scratch\nCOPY hello /\nCMD ["/hello"]\n',
  async context() {
    return [{ path: 'hello', mode: 0o755, contents: concat([programFile('hello'), encode(TEXT)]) }];
  },
};
