/**
 * A life of commands that is cut short: random ones, seeded, with a memory of what was acknowledged.
 *
 * After a cut, everything that was answered is there, everything that was not is there or not, and
 * nothing is half there.
 */
import type { CommandResult } from '../../src/laptop/index.ts';

/** A laptop with its engine, on a disk that lasts. */
export interface Machine {
  exec(command: string, timeout?: number): Promise<CommandResult>;
}

/** Uniform in 0 ≤ x < 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What is certain: present or absent by kind and name; what is in neither is not known. */
export interface Memory {
  readonly present: Set<string>;
  readonly absent: Set<string>;
}

export function createMemory(): Memory {
  return { present: new Set(), absent: new Set() };
}

interface Deed {
  readonly command: string;
  /** `image:x`, `container:y`, `volume:z`: there, or gone, once it is answered with 0. */
  readonly makes?: readonly string[];
  readonly removes?: readonly string[];
  /** Gone for a while, and perhaps there again. */
  readonly unsettles?: readonly string[];
}

const NAMES = ['one', 'two', 'three'] as const;

/** One random deed. */
function deed(random: () => number): Deed {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const name = pick(NAMES);
  const number = Math.floor(random() * 1000);
  return pick<() => Deed>([
    () => ({
      command: `mkdir -p ctx && head -c ${number * 300} /dev/zero | tr '\\0' x > ctx/data && printf 'FROM alpine\\nRUN echo ${number} > /n\\nCOPY . /ctx\\n' > ctx/Dockerfile && docker build -q -t img-${name} ctx`,
      makes: [`image:img-${name}`],
    }),
    () => ({
      command: `docker rm -f run-${name} >/dev/null; docker run -d --name run-${name} -v vol-${name}:/v alpine sh -c 'while true; do echo tick; date > /now; echo ${number} >> /v/log; sleep 0.05; done'`,
      makes: [`container:run-${name}`, `volume:vol-${name}`],
    }),
    () => ({ command: `docker rm -f run-${name}`, removes: [`container:run-${name}`] }),
    () => ({ command: `docker rmi -f img-${name} 2>/dev/null; true`, removes: [`image:img-${name}`] }),
    () => ({
      command: `docker inspect run-${name} >/dev/null 2>&1 && docker commit run-${name} saved-${name}`,
      makes: [`image:saved-${name}`],
    }),
    () => ({
      command: `docker save -o ${name}.tar alpine saved-${name} 2>/dev/null || docker save -o ${name}.tar alpine; docker rmi -f saved-${name} >/dev/null 2>&1; docker load -i ${name}.tar`,
      unsettles: [`image:saved-${name}`],
    }),
    () => ({
      command: `docker create --name tmp-${name} alpine >/dev/null 2>&1; docker cp note-${name} tmp-${name}:/note 2>/dev/null; docker export tmp-${name} | docker import -c 'CMD ["true"]' - imported-${name} >/dev/null && docker rm tmp-${name} >/dev/null`,
      makes: [`image:imported-${name}`],
    }),
    () => ({
      command: `docker rmi -f imported-${name} >/dev/null 2>&1; docker load -q -i ${name}.tar 2>/dev/null; true`,
      removes: [`image:imported-${name}`],
    }),
    () => ({ command: `docker tag alpine tag-${name}`, makes: [`image:tag-${name}`] }),
    () => ({
      command: `docker exec run-${name} sh -c 'rm -rf /etc/apk; echo ${number} > /root/x' 2>/dev/null; true`,
    }),
    () => ({ command: `echo ${number} > note-${name}; sync` }),
    () => ({ command: 'docker builder prune -af >/dev/null; docker image prune -f >/dev/null' }),
  ])();
}

/** Does deeds until the machine dies; notes what was answered. Never rejects. */
export async function live(machine: Machine, random: () => number, memory: Memory): Promise<void> {
  for (;;) {
    const { command, makes = [], removes = [], unsettles = [] } = deed(random);
    for (const thing of [...makes, ...removes, ...unsettles]) {
      memory.present.delete(thing);
      memory.absent.delete(thing);
    }
    try {
      const { exit } = await machine.exec(command, 30);
      if (exit !== 0) continue;
    } catch {
      return;
    }
    for (const thing of makes) memory.present.add(thing);
    for (const thing of removes) memory.absent.add(thing);
  }
}

/** What is wrong after a reopening; empty where all is as it was promised. */
export async function examine(machine: Machine, memory: Memory): Promise<string[]> {
  const problems: string[] = [];
  const fsck = await machine.exec('strata fsck', 120);
  if (fsck.exit !== 0) problems.push(`fsck: ${fsck.stderr}`);
  const there = new Set<string>();
  const list = async (kind: string, command: string): Promise<void> => {
    const { exit, stdout, stderr } = await machine.exec(command, 60);
    if (exit !== 0) problems.push(`${command}: ${stderr}`);
    for (const name of stdout.split('\n').filter((line) => line && line !== '<none>'))
      there.add(`${kind}:${name}`);
  };
  await list('image', "docker images --format '{{.Repository}}'");
  await list('container', "docker ps -a --format '{{.Names}}'");
  await list('volume', 'docker volume ls -q');
  for (const thing of memory.present)
    if (!there.has(thing)) problems.push(`${thing} was acknowledged and is gone`);
  for (const thing of memory.absent) if (there.has(thing)) problems.push(`${thing} was removed and is there`);
  const states = await machine.exec("docker ps -a --format '{{.Names}} {{.State}}'", 60);
  for (const line of states.stdout.split('\n').filter(Boolean)) {
    if (!/ (exited|created)$/.test(line)) problems.push(`after a power cut: ${line}`);
  }
  // What is there can be used.
  for (const thing of there) {
    const name = thing.replace(/^\w+:/, '');
    const command = thing.startsWith('image:')
      ? `docker run --rm ${name} true`
      : thing.startsWith('container:')
        ? `docker diff ${name} >/dev/null && docker logs ${name} >/dev/null && docker start ${name} >/dev/null && docker stop -t 0 ${name} >/dev/null`
        : '';
    if (command === '') continue;
    const { exit, stderr } = await machine.exec(command, 60);
    if (exit !== 0) problems.push(`${command}: ${exit} ${stderr}`);
  }
  return problems;
}
