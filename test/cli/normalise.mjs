/**
 * What two runs of the same commands may differ in: ids, names that the engine makes up, times.
 *
 * The one rule for comparing and for replaying recordings: each id becomes a number by its first
 * appearance; times become T; the log of a pipe that the real client closed itself goes; runs of spaces, which depend on the length of these, become two.
 */
export function normalise(text) {
  const ids = new Map();
  const number = (id) => {
    const key = id.slice(0, 12);
    if (!ids.has(key)) ids.set(key, ids.size + 1);
    return `<${ids.get(key)}>`;
  };
  return text
    .replace(/^time=.* level=error msg="Can't add file .* closed pipe"\n/gm, '')
    .replace(/\b[0-9a-f]{64}\b|\b[0-9a-f]{12}\b/g, number)
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z| \+0000 UTC|[+-]\d\d:\d\d)/g, '<date>')
    .replace(
      /\b(Less than a second|About (a minute|an hour)|\d+ (second|minute|hour|day|week|month|year)s?)\b/g,
      'T',
    )
    .replace(/"Pid": ?\d+/g, '"Pid": N')
    .replace(/\b[a-z]+_[a-z]+\b(?=\s*$)/gm, '<name>')
    .replace(/ {2,}/g, '  ');
}

/** What `docker diff` lists has no order, nor have volumes: the engine gives them as they come. */
export function inOrder(command, printed) {
  if (!/^(container )?diff |^system df -v$/.test(command)) return printed;
  return { ...printed, stdout: printed.stdout.split('\n').sort().join('\n') };
}
