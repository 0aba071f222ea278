/** What completion offers: words of the table, names that the engine has, files where they fit. */
import { describe, expect, it } from 'vitest';
import type { Transport } from '../../src/api/index.ts';
import { encode, sourceOf } from '../../src/base/index.ts';
import { completeDocker } from '../../src/cli/index.ts';

const answers: Record<string, unknown> = {
  '/containers/json?all=1': [
    { Names: ['/web'], State: 'running' },
    { Names: ['/paused'], State: 'paused' },
    { Names: ['/old'], State: 'exited' },
    { Names: ['/made'], State: 'created' },
  ],
  '/images/json': [
    { RepoTags: ['alpine:latest', 'alpine:3.20'] },
    { RepoTags: null },
    { RepoTags: ['app:v1'] },
  ],
  '/volumes': { Volumes: [{ Name: 'data' }, { Name: 'cache' }] },
  '/networks': [{ Name: 'bridge' }, { Name: 'host' }, { Name: 'none' }],
};
const transport: Transport = async ({ path }) => {
  const answer = answers[path.replace(/^\/v[\d.]+/, '')];
  if (answer === undefined) throw new Error(`nobody asks for ${path}`);
  return { status: 200, headers: {}, body: sourceOf([encode(JSON.stringify(answer))]) };
};

/** The line up to the cursor, without `docker`; `…` where files fit, too. */
async function complete(line: string): Promise<string> {
  const words = line.split(' ');
  const { candidates, files } = await completeDocker(words.slice(0, -1), words.at(-1)!, transport);
  return [...candidates, ...(files ? ['…'] : [])].join(' ');
}

const cases: [line: string, offers: string][] = [
  ['ru', 'run'],
  ['ex', 'exec export'],
  ['nope', ''],
  ['nope ', ''],
  ['compose ', ''],
  ['-H ', ''],
  ['container r', 'rename restart rm run'],
  ['network ', 'connect create disconnect inspect ls prune rm'],
  ['builder ', 'build prune version'],
  ['help r', 'rename restart rm rmi run'],
  ['-D ps --fi', '--filter'],
  ['run ', 'alpine alpine:3.20 alpine:latest app:v1'],
  ['run al', 'alpine alpine:3.20 alpine:latest'],
  ['run --rm -it ap', 'app:v1'],
  ['run --name x -e A=1 -w /x ap', 'app:v1'],
  ['run alpine ', ''],
  ['run alpine sh -', ''],
  ['run --pull=', '--pull=always --pull=missing --pull=never'],
  ['run --pull n', 'never'],
  ['run --restart u', 'unless-stopped'],
  ['run --network ', 'bridge host none'],
  ['run --network=ho', '--network=host'],
  ['run -v ', 'cache data …'],
  ['run --volumes-from p', 'paused'],
  ['run --env-file ', '…'],
  ['run --name ', ''],
  ['run --priv', ''],
  ['exec ', 'paused web'],
  ['exec web ', ''],
  ['start ', 'made old'],
  ['stop ', 'paused web'],
  ['unpause ', 'paused'],
  ['rm ', 'made old'],
  ['rm -f w', 'web'],
  ['rm -fv w', 'web'],
  ['rm old ', 'made old'],
  ['logs ', 'made old paused web'],
  ['logs web ', ''],
  ['logs -n 5 w', 'web'],
  ['rmi app', 'app:v1'],
  ['tag app:v1 ', 'alpine alpine:3.20 alpine:latest app:v1'],
  ['volume rm ', 'cache data'],
  ['network connect ', 'bridge host none'],
  ['network connect bridge ', 'made old paused web'],
  ['inspect c', 'cache'],
  ['inspect --type ', 'container image network volume'],
  ['cp ', '…'],
  ['build ', '…'],
  ['build -f ', '…'],
  ['build --progress p', 'plain'],
  ['load -i ', '…'],
  ['ps -f sta', 'status='],
  ['events --filter ty', 'type='],
  ['image prune --filter ', 'label= until='],
  ['images --filter d', 'dangling='],
  ['kill -s T', 'TERM'],
  ['--context ', 'default'],
  ['ps --no', '--no-trunc'],
  ['ps -', '--all --filter --format --help --last --latest --no-trunc --quiet --size -a -f -l -n -q -s'],
];

describe('completion', () => {
  for (const [line, offers] of cases) {
    it(`docker ${line}`, async () => {
      expect(await complete(line)).toBe(offers);
    });
  }

  it('offers no names where no engine answers', async () => {
    const silent: Transport = () => Promise.reject(new Error('nobody'));
    expect(await completeDocker(['run'], '', silent)).toEqual({ candidates: [], files: false });
    expect((await completeDocker([], 'ru', silent)).candidates).toEqual(['run']);
  });
});
