/** Tab after `docker`: what the command table and the engine know. */
import type { Transport } from '../api/index.ts';
import type { CompletionHook } from '../sh/index.ts';

export function dockerCompletion(connect: () => Transport): CompletionHook {
  return async (words, current) => {
    const first = words[0] === 'sudo' ? 1 : 0;
    if (words[first] !== 'docker' || current <= first) return undefined;
    // The command table is large, and the prompt does not wait for it.
    const { completeDocker } = await import('../cli/index.ts');
    const { candidates, files } = await completeDocker(
      words.slice(first + 1, current),
      words[current]!,
      connect(),
    );
    return files && candidates.length === 0 ? undefined : candidates;
  };
}
