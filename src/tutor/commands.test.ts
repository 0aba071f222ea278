import { describe, expect, it } from 'vitest';
import { commandsIn } from './commands.ts';

describe('commandsIn', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['docker images', ['docker images']],
    ['$ docker   ps', ['docker ps']],
    ['cd /; docker image ls -a; cd -', ['cd /', 'docker images -a', 'cd -']],
    ['clear && docker ps | head -3', ['clear', 'docker ps', 'head -3']],
    [
      "docker exec app1 sh -c 'echo a; rm b' ; docker diff app1",
      ['docker exec app1 sh -c echo a; rm b', 'docker diff app1'],
    ],
    ['sudo -u root docker container ls', ['docker ps']],
    ['A=1 /usr/bin/docker -H x --debug image history my-app', ['docker history my-app']],
    ['docker container exec -it app2 ls "/app"', ['docker exec -it app2 ls /app']],
    ['docker ps > list 2>&1 < /dev/null &', ['docker ps']],
    ['docker logs app1 &> out', ['docker logs app1']],
    ['if docker ps; then echo \\; yes; fi', ['docker ps', 'echo ; yes', 'fi']],
    ['docker rm $(docker ps -aq)', ['docker rm $', 'docker ps -aq']],
    ['(cd x && docker build .) # docker images', ['cd x', 'docker build .']],
    ["cat > f <<'END'\ndocker images\nEND\ndocker ps", ['cat', 'docker ps']],
    ['docker start app1 || docker ps; docker images', ['docker start app1', 'docker images']],
    ['docker \\\n  history my-app', ['docker history my-app']],
    ['docker buildx build -t x .', ['docker build -t x .']],
    ['docker --version', ['docker']],
    ["echo 'not closed", ["echo ' not closed"]],
    ['', []],
  ];
  for (const [line, expected] of cases) {
    it(JSON.stringify(line), () => {
      expect(commandsIn(line).map(({ text }) => text)).toEqual(expected);
    });
  }

  it('says whose exit status the line has', () => {
    expect(commandsIn('docker ps; false').map(({ last }) => last)).toEqual([false, true]);
  });
});
