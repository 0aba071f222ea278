/** What happened, in a sentence: present or past as it is, the thing as subject, the number included. */
import type { Happening } from '../model/index.ts';
import { bytes, say } from './strings.ts';

export function happened(happening: Happening): string {
  switch (happening.kind) {
    case 'layer':
      return layerSentence(happening);
    case 'layers-gone':
      return say('happened.layersGone', { n: happening.count, bytes: bytes(happening.bytes) });
    case 'tagged':
      return say(happening.moved ? 'happened.moved' : 'happened.tagged', { tag: happening.tag });
    case 'untagged':
      return say('happened.untagged', { tag: happening.tag });
    case 'exited':
      return say('happened.exited', { container: happening.container, code: happening.exitCode });
    case 'cached':
      return say('happened.cached', { n: happening.count, of: happening.of });
    case 'wrote':
    case 'hid':
    case 'copied-up': {
      const key = happening.kind === 'wrote' ? 'wrote' : happening.kind === 'hid' ? 'hid' : 'copiedUp';
      return say(`happened.${key}`, {
        container: happening.container,
        paths: pathsOf(happening.paths),
        bytes: bytes(happening.bytes),
      });
    }
    default:
      return say(`happened.${happening.kind}`, { container: happening.container });
  }
}

/** Which colour a notch has: a layer's origin, a container's, or ink. */
export function hueOf(happening: Happening): 'base' | 'run' | 'copy' | 'container' | 'ink' {
  if (happening.kind === 'layer') return happening.origin;
  return 'container' in happening ? 'container' : 'ink';
}

function layerSentence(happening: Extract<Happening, { kind: 'layer' }>): string {
  const { op, text } = happening.instruction;
  const instruction = `${op} ${text.length > 60 ? `${text.slice(0, 59)}…` : text}`.trim();
  return say(happening.origin === 'base' ? 'happened.layerBase' : 'happened.layer', {
    instruction,
    bytes: bytes(happening.size),
  });
}

function pathsOf(paths: readonly string[]): string {
  const [first = '', second] = paths;
  if (paths.length === 1) return first;
  return paths.length === 2
    ? `${first}, ${second}`
    : say('happened.more', { path: first, n: paths.length - 1 });
}
