import { describe, expect, test } from 'vitest';
import { decode, StrataError } from '../../src/base/index.ts';
import { connectFs } from '../../src/vfs/index.ts';
import { Files, World } from './world.ts';

const ARTICLE = `FROM alpine
RUN apk update
COPY . /app
CMD [ "/app/my-app.sh" ]
`;

async function article(): Promise<World> {
  const world = new World();
  await world.context.write('/Dockerfile', ARTICLE);
  await world.context.write('/my-app.sh', 'echo hi\n', 0o755);
  return world;
}

describe("the article's build", () => {
  test('makes the image that BuildKit makes', async () => {
    const world = await article();
    const { parsedConfig, layers, config } = await world.build(ARTICLE);
    expect(parsedConfig.config).toMatchObject({ Cmd: ['/app/my-app.sh'], ArgsEscaped: true });
    expect(parsedConfig.history?.map(({ created_by }) => created_by)).toEqual([
      'ADD alpine-minirootfs-3.20.6-x86_64.tar.gz / # buildkit',
      'CMD ["/bin/sh"]',
      'RUN /bin/sh -c apk update # buildkit',
      'COPY . /app # buildkit',
      'CMD ["/app/my-app.sh"]',
    ]);
    expect(parsedConfig.history?.at(-1)?.empty_layer).toBe(true);
    expect(layers).toHaveLength(3);
    expect(parsedConfig.rootfs.diff_ids).toEqual(layers.map(({ diffId }) => diffId));
    expect(decode(config)).toMatch(/^\{"architecture":"amd64","config":\{"Env":/);
    expect(await world.files(layers).read('/app/my-app.sh')).toBe('echo hi\n');
    expect(world.runs[0]?.argv).toEqual(['/bin/sh', '-c', 'apk update']);
    expect(world.runs[0]?.hostname).toBe('buildkitsandbox');
  });

  test('is cached the second time, and the same image', async () => {
    const world = await article();
    const first = await world.build(ARTICLE);
    const second = await world.build(ARTICLE);
    expect(second.imageId).toBe(first.imageId);
    expect(world.runs).toHaveLength(1);
    expect(world.steps()).toEqual([
      expect.stringMatching(/^\[1\/3\] FROM docker.io\/library\/alpine:latest@sha256:/),
      '! [2/3] RUN apk update',
      '! [3/3] COPY . /app',
    ]);
  });

  test('touch hits, chmod misses, content put back hits', async () => {
    const world = await article();
    const first = await world.build(ARTICLE);
    await world.context.write('/my-app.sh', 'echo hi\n', 0o755);
    expect((await world.build(ARTICLE)).imageId).toBe(first.imageId);
    await world.context.write('/my-app.sh', 'echo hi\n', 0o644);
    await world.build(ARTICLE);
    expect(world.steps().slice(1)).toEqual(['! [2/3] RUN apk update', '[3/3] COPY . /app']);
    await world.context.write('/my-app.sh', 'echo hi\n', 0o755);
    expect((await world.build(ARTICLE)).imageId).toBe(first.imageId);
    expect(world.runs).toHaveLength(1);
  });

  test('says why a step ran again', async () => {
    const world = await article();
    await world.build(ARTICLE);
    await world.context.write('/my-app.sh', 'echo ho\n', 0o755);
    const { record } = await world.build(ARTICLE);
    const copy = record.steps.find(({ name }) => name.includes('COPY'));
    expect(copy?.reason).toContain('What is copied from / differs');
    const changed = await world.build(ARTICLE.replace('apk update', 'apk update -q'));
    expect(changed.record.steps.map(({ line, reason }) => [line, reason])).toEqual([
      [1, expect.any(String)],
      [2, 'The instruction changed: it was `RUN apk update`.'],
      [3, expect.stringContaining('A step before it')],
    ]);
  });

  test('--no-cache runs all again', async () => {
    const world = await article();
    await world.build(ARTICLE);
    await world.build(ARTICLE, { noCache: true });
    expect(world.runs).toHaveLength(2);
    expect(world.steps().slice(1)).toEqual(['[2/3] RUN apk update', '[3/3] COPY . /app']);
  });
});

describe('what invalidates what', () => {
  test('LABEL, CMD and EXPOSE do not, ENV and USER do', async () => {
    const world = await article();
    await world.build('FROM alpine\nRUN a\n');
    await world.build('FROM alpine\nLABEL x=y\nEXPOSE 80\nCMD ["x"]\nRUN a\n');
    expect(world.runs).toHaveLength(1);
    await world.build('FROM alpine\nENV A=1\nRUN a\n');
    await world.build('FROM alpine\nUSER guest\nRUN a\n');
    expect(world.runs).toHaveLength(3);
  });

  test('an ARG invalidates every RUN below it', async () => {
    const world = await article();
    const text = 'FROM alpine\nARG V=1\nRUN a\n';
    const { parsedConfig } = await world.build(text);
    expect(parsedConfig.history?.map(({ created_by }) => created_by).slice(2)).toEqual([
      'ARG V=1',
      'RUN |1 V=1 /bin/sh -c a # buildkit',
    ]);
    await world.build(text, { buildArgs: { V: '2' } });
    expect(world.runs).toHaveLength(2);
    expect(world.runs[1]?.env['V']).toBe('2');
    await world.build(text);
    expect(world.runs).toHaveLength(2);
  });

  test('COPY --from is keyed on content', async () => {
    const world = await article();
    world.act = async (command, files) => {
      if (command !== 'after') await files.write('/out', 'same');
      return 0;
    };
    const text = (command: string) =>
      `FROM alpine AS b\nRUN ${command}\nFROM alpine\nCOPY --from=b /out /out\nRUN after\n`;
    const first = await world.build(text('one'));
    expect(world.runs).toHaveLength(2);
    const second = await world.build(text('two'));
    expect(world.runs).toHaveLength(3);
    expect(second.imageId).toBe(first.imageId);
    expect(world.steps().slice(1)).toEqual([
      '[b 2/2] RUN two',
      '! [stage-1 2/3] COPY --from=b /out /out',
      '! [stage-1 3/3] RUN after',
    ]);
    await world.build(text('two'));
    expect(world.runs).toHaveLength(3);
  });

  test('stages that the target does not need are not built', async () => {
    const world = await article();
    await world.build('FROM alpine AS a\nRUN a\nFROM alpine AS b\nRUN b\n', { target: 'a' });
    expect(world.runs.map(({ argv }) => argv.at(-1))).toEqual(['a']);
  });
});

describe('instructions', () => {
  test('WORKDIR makes a directory owned by USER, and counts', async () => {
    const world = await article();
    const { layers, parsedConfig } = await world.build(
      'FROM alpine\nUSER guest\nWORKDIR /w\nWORKDIR sub\nRUN x\n',
    );
    expect(await world.files(layers).stat('/w')).toMatchObject({ uid: 405, gid: 100, mode: 0o40755 });
    expect(parsedConfig.config?.WorkingDir).toBe('/w/sub');
    expect(world.runs[0]).toMatchObject({ cwd: '/w/sub', user: 'guest' });
    expect(world.steps().slice(1)).toEqual(['[2/4] WORKDIR /w', '[3/4] WORKDIR sub', '[4/4] RUN x']);
  });

  test('FROM scratch', async () => {
    const world = await article();
    const { layers, parsedConfig } = await world.build('FROM scratch\nCOPY --chown=7:8 my-app.sh /bin/\n');
    expect(layers).toHaveLength(1);
    expect(world.steps()).toEqual(['[1/1] COPY --chown=7:8 my-app.sh /bin/']);
    const files = world.files(layers);
    expect(await files.stat('/bin')).toMatchObject({ uid: 7, gid: 8 });
    expect(await files.stat('/bin/my-app.sh')).toMatchObject({
      uid: 7,
      gid: 8,
      mode: 0o100755,
    });
    expect(parsedConfig.config?.WorkingDir).toBe('/');
  });

  test('heredocs', async () => {
    const world = await article();
    const text =
      'FROM alpine\nENV A=b\nCOPY <<EOF /x\nhi $A\nEOF\nRUN <<EOF\none\ntwo\nEOF\nRUN <<EOF\n#!/bin/sh\nthree\nEOF\n';
    const scripts: unknown[] = [];
    world.act = async (_command, _files, { mounts }) => {
      for (const mount of mounts) {
        if (mount.kind !== 'remote') continue;
        const { target, source, readonly, port } = mount;
        const seen = new Files(await connectFs(port));
        const script = { text: await seen.read('/EOF'), ...(await seen.stat('/EOF')) };
        scripts.push({ target, source, readonly, text: script.text, mode: script.mode });
      }
      return 0;
    };
    const { layers } = await world.build(text);
    expect(await world.files(layers).read('/x')).toBe('hi b\n');
    expect(world.runs[0]?.argv).toEqual(['/bin/sh', '-c', 'one\ntwo\n']);
    expect(world.runs[1]?.argv).toEqual(['/bin/sh', '-c', '/dev/pipes/EOF']);
    // BuildKit binds a file system that holds the script, read-only.
    const where = { target: '/dev/pipes', source: '/', readonly: true };
    expect(scripts).toEqual([{ ...where, text: '#!/bin/sh\nthree\n', mode: 0o100755 }]);
    expect(world.steps().slice(1)).toEqual([
      '[2/4] COPY <<EOF /x',
      '[3/4] RUN <<EOF (one...)',
      '[4/4] RUN <<EOF (#!/bin/sh...)',
    ]);
  });

  test('ONBUILD triggers run and overflow the count', async () => {
    const world = await article();
    world.onBuild = ['RUN trigger'];
    const { parsedConfig } = await world.build('FROM alpine\nRUN own\n');
    expect(world.runs.map(({ argv }) => argv.at(-1))).toEqual(['trigger', 'own']);
    expect(parsedConfig.config?.OnBuild).toBeUndefined();
  });

  test('wildcards that match nothing make an empty layer', async () => {
    const world = await article();
    const { layers } = await world.build('FROM alpine\nCOPY *.none /x/\n');
    expect(layers.at(-1)?.size).toBe(0);
  });
});

describe('failures', () => {
  const failure = async (text: string, world?: World): Promise<StrataError> => {
    const where = world ?? (await article());
    const error = await where.build(text).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(StrataError);
    return error as StrataError;
  };

  test('are told in the words of BuildKit', async () => {
    expect((await failure('')).message).toBe('the Dockerfile cannot be empty');
    expect((await failure('# x\n')).message).toBe('file with no instructions');
    expect((await failure('RUN x\n')).message).toBe('no build stage in current context');
    expect((await failure('FROM alpine\nFOO bar\n')).message).toBe(
      'dockerfile parse error on line 2: unknown instruction: FOO (did you mean FROM?)',
    );
    expect((await failure('FROM Alpine\n')).message).toBe(
      'failed to parse stage name "Alpine": invalid reference format: repository name (library/Alpine) must be lowercase',
    );
    expect((await failure('FROM nosuch\n')).message).toBe(
      'nosuch: failed to resolve source metadata for docker.io/library/nosuch:latest: docker.io/library/nosuch:latest: not found',
    );
    expect((await failure('FROM alpine\nCOPY nope /x\n')).message).toMatch(
      /^failed to compute cache key: failed to calculate checksum of ref [0-9a-f-]+::\w+: "\/nope": not found$/,
    );
    expect((await failure('FROM scratch\nCOPY --chown=who my-app.sh /\n')).message).toBe(
      'invalid user index: -1',
    );
  });

  test('know their step, lines and exit code', async () => {
    const world = await article();
    world.act = async () => 1;
    const error = await failure('FROM alpine\nRUN false\n', world);
    expect(error.message).toBe('process "/bin/sh -c false" did not complete successfully: exit code: 1');
    expect(error.data).toMatchObject({
      vertex: '[2/2] RUN false',
      exitCode: 1,
      source: { name: 'Dockerfile', ranges: [{ start: { line: 2 } }] },
    });
    expect(world.steps().at(-1)).toBe('x [2/2] RUN false');
  });

  test('a program that is missing is an exit code of 1 and runc’s message', async () => {
    const world = await article();
    world.act = async () => {
      throw new StrataError('ENOENT', 'exec: "nope": executable file not found in $PATH');
    };
    const error = await failure('FROM alpine\nRUN ["nope","x"]\n', world);
    expect(error.message).toBe('process "nope x" did not complete successfully: exit code: 1');
    const logs = world.statuses.flatMap((status) => status.logs).map(({ msg }) => decode(msg));
    expect(logs).toEqual([
      'runc run failed: unable to start container process: error during container init: exec: "nope": executable file not found in $PATH\n',
    ]);
  });
});
