/** Sessions with git as one script, and what that prints taken apart again. */

/** What stands before a command's output, its own line, and what stands behind. */
const MARK = '\x1e';

const BEGIN = `export GIT_AUTHOR_DATE='1700000000 +0000' GIT_COMMITTER_DATE='1700000000 +0000' HOME=/w/home
mkdir -p $HOME r
git config --global user.name Ann
git config --global user.email ann@example.com
git config --global init.defaultBranch main
cd r
`;

/**
 * @param {string} text
 * @returns {{ name: string, commands: string[] }[]}
 */
export function readSessions(text) {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((session) => {
      const [name, ...commands] = session.trim().split('\n');
      return { name, commands };
    });
}

/** @param {readonly string[]} commands */
export function scriptOf(commands) {
  return BEGIN + commands.map((command) => `{ ${command}\n} 2>&1; printf '\\036%s\\036' "$?"\n`).join('');
}

/**
 * @param {string} output
 * @returns {{ output: string, status: string }[]}
 */
export function outcomesOf(output) {
  const parts = output.split(MARK);
  const outcomes = [];
  for (let i = 0; i + 1 < parts.length; i += 2) outcomes.push({ output: parts[i], status: parts[i + 1] });
  return outcomes;
}
