/** git remote, clone, fetch, pull, push: other repositories, over HTTP. */
import type { GitAuth } from 'isomorphic-git';
import { parseFlags } from '../options.ts';
import { fatal, GitProblem, normal, Session } from '../session.ts';
import { moveTo } from '../tree.ts';
import { mergeInto } from './merge.ts';
import { settleConfig } from './repository.ts';

export async function remote(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags('remote', args, 'v=verbose verbose');
  const { git, base } = session;
  const [verb, name, url] = flags.words;
  const remotes = await git.listRemotes(base);
  const known = remotes.find((each) => each.remote === name);
  const missing = () => new GitProblem(`error: No such remote '${name}'`, 2);
  switch (verb) {
    case undefined:
      for (const each of remotes) {
        if (!flags.has('verbose')) await session.print(`${each.remote}\n`);
        else await session.print(`${each.remote}\t${each.url} (fetch)\n${each.remote}\t${each.url} (push)\n`);
      }
      return 0;
    case 'add':
      if (name === undefined || url === undefined)
        throw new GitProblem('usage: git remote add [<options>] <name> <url>', 129);
      if (known) throw new GitProblem(`error: remote ${name} already exists.`, 3);
      await git.addRemote({ ...base, remote: name, url });
      return 0;
    case 'remove':
    case 'rm':
      if (!known || name === undefined) throw new GitProblem(`error: No such remote: '${name}'`, 2);
      await git.deleteRemote({ ...base, remote: name });
      return 0;
    case 'get-url':
      if (!known) throw missing();
      await session.print(`${known.url}\n`);
      return 0;
    case 'set-url':
      if (!known || name === undefined || url === undefined) throw missing();
      await session.config.set(`remote.${name}.url`, url, 'local');
      return 0;
    default:
      throw new GitProblem(`error: Unknown subcommand: ${verb}`, 129);
  }
}

/** What a request over the network needs: the proxy for hosts that send no CORS headers, and who asks. */
async function network(session: Session) {
  const corsProxy = session.sys.env['GIT_CORS_PROXY'] ?? (await session.config.get('http.corsProxy'));
  const progress = session.sys.isatty(2);
  return {
    http: session.http,
    ...(corsProxy ? { corsProxy } : {}),
    onAuth: (url: string, auth: GitAuth): GitAuth => {
      const found = new URL(url);
      if (!found.username) return { cancel: true };
      return {
        ...auth,
        username: decodeURIComponent(found.username),
        password: decodeURIComponent(found.password),
      };
    },
    onMessage: (text: string) => {
      if (progress) void session.printError(text.replace(/^(?=.)/gm, 'remote: ')).catch(() => {});
    },
  };
}

function checkUrl(url: string): void {
  if (/^(?:git@|ssh:|git:)/.test(url) || !/^https?:/.test(url))
    fatal(`'${url}' cannot be reached: only http and https are spoken here`);
}

/** git's words for what isomorphic-git says went wrong on the way. */
function networkProblem(error: unknown, url: string): never {
  if (error instanceof GitProblem) throw error;
  const { code, data, message } = error as { code?: string; data?: { statusCode?: number }; message: string };
  if (code === 'HttpError' && data?.statusCode === 404) return fatal(`repository '${url}/' not found`);
  if (code === 'HttpError' && (data?.statusCode === 401 || data?.statusCode === 403))
    return fatal(`Authentication failed for '${url}/'`);
  if (code === 'UserCanceledError')
    return fatal(`could not read Username for '${new URL(url).origin}': terminal prompts disabled`);
  if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH')
    return fatal(
      `unable to access '${url}/': no answer, or none for other sites' pages (CORS)\nhint: git config --global http.corsProxy URL names a proxy that adds what is missing`,
    );
  return fatal(message);
}

export async function clone(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags(
    'clone',
    args,
    'b=branch: branch: depth: single-branch no-single-branch q=quiet quiet o=origin: origin:',
  );
  const [address, target] = flags.words;
  if (address === undefined) return fatal('You must specify a repository to clone.');
  const url = address.replace(/\/+$/, '');
  const name = target ?? url.replace(/^.*[/:]/, '').replace(/\.git$/, '');
  const dir = normal(name.startsWith('/') ? name : `${session.cwd}/${name}`);
  const there = await (async () => session.sys.readdir(dir))().catch(() => undefined);
  if (there && there.length > 0)
    fatal(`destination path '${name}' already exists and is not an empty directory.`);
  checkUrl(url);
  if (!flags.has('quiet')) await session.printError(`Cloning into '${name}'...\n`);
  const inside = new Session(session.sys, session.git, dir, dir);
  if (!there) await session.sys.mkdir(dir, 0o777);
  const depth = flags.value('depth');
  const remoteName = flags.value('origin') ?? 'origin';
  const branch = flags.value('branch');
  try {
    await session.git.clone({
      ...inside.base,
      ...(await network(session)),
      url,
      remote: remoteName,
      singleBranch: flags.has('single-branch') || (depth !== undefined && !flags.has('no-single-branch')),
      ...(branch === undefined ? {} : { ref: branch }),
      ...(depth === undefined ? {} : { depth: Number(depth) }),
    });
  } catch (error) {
    if (!there) await removeAll(session.sys, dir);
    if ((error as { code?: string }).code === 'NotFoundError' && branch !== undefined)
      fatal(`Remote branch ${branch} not found in upstream ${remoteName}`);
    networkProblem(error, url);
  }
  await settleConfig(inside.config);
  const current = await inside.branch();
  if (current !== undefined && (await inside.config.get(`branch.${current}.remote`, 'local')) === undefined) {
    await inside.config.set(`branch.${current}.remote`, remoteName, 'local');
    await inside.config.set(`branch.${current}.merge`, `refs/heads/${current}`, 'local');
  }
  if ((await inside.head()) === undefined && !flags.has('quiet'))
    await session.printError('warning: You appear to have cloned an empty repository.\n');
  return 0;
}

async function removeAll(sys: Session['sys'], path: string): Promise<void> {
  for (const { name } of await sys.readdir(path)) {
    const inner = `${path}/${name}`;
    try {
      await sys.unlink(inner);
    } catch {
      await removeAll(sys, inner);
    }
  }
  await sys.rmdir(path);
}

async function remoteFor(
  session: Session,
  name: string | undefined,
): Promise<{ remote: string; url: string }> {
  const branch = await session.branch();
  const wanted =
    name ?? (branch && (await session.config.get(`branch.${branch}.remote`, 'local'))) ?? 'origin';
  const found = (await session.git.listRemotes(session.base)).find(({ remote }) => remote === wanted);
  if (!found)
    throw new GitProblem(
      `fatal: '${wanted}' does not appear to be a git repository\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.`,
    );
  checkUrl(found.url);
  return found;
}

export async function fetchFrom(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags('fetch', args, 'p=prune prune t=tags tags q=quiet quiet depth: all');
  const { git, base } = session;
  const remotes = await git.listRemotes(base);
  if (flags.has('all')) {
    if (flags.words.length > 0) fatal('fetch --all does not take a repository argument');
    const rest = args.filter((word) => word !== '--all');
    for (const { remote: each } of remotes) {
      if (remotes.length > 1 && !flags.has('quiet')) await session.print(`Fetching ${each}\n`);
      await fetchFrom(session, [...rest, each]);
    }
    return 0;
  }
  if (flags.words.length === 0 && remotes.length === 0) return 0;
  const { remote: name, url } = await remoteFor(session, flags.words[0]);
  const before = await remoteRefs(session, name);
  const depth = flags.value('depth');
  try {
    await git.fetch({
      ...base,
      ...(await network(session)),
      remote: name,
      tags: flags.has('tags'),
      prune: flags.has('prune'),
      ...(depth === undefined ? {} : { depth: Number(depth) }),
    });
  } catch (error) {
    networkProblem(error, url);
  }
  if (flags.has('quiet')) return 0;
  const after = await remoteRefs(session, name);
  const rows = [...after].filter(([branch, oid]) => before.get(branch) !== oid);
  if (rows.length > 0) await session.printError(`From ${url.replace(/\.git$/, '')}\n`);
  for (const [branch, oid] of rows) {
    const old = before.get(branch);
    const what = old ? `   ${old.slice(0, 7)}..${oid.slice(0, 7)}  ` : ' * [new branch]      ';
    await session.printError(`${what}${branch.padEnd(10)} -> ${name}/${branch}\n`);
  }
  return 0;
}

async function remoteRefs({ git, base }: Session, remote: string): Promise<Map<string, string>> {
  const refs = new Map<string, string>();
  for (const branch of await git.listBranches({ ...base, remote })) {
    if (branch !== 'HEAD')
      refs.set(branch, await git.resolveRef({ ...base, ref: `refs/remotes/${remote}/${branch}` }));
  }
  return refs;
}

export async function pull(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags('pull', args, 'q=quiet quiet ff-only no-rebase rebase');
  if (flags.has('rebase')) fatal('--rebase is not supported by Strata');
  const branch = await session.branch();
  if (branch === undefined) return fatal('You are not currently on a branch.');
  const merge = await session.config.get(`branch.${branch}.merge`, 'local');
  if (flags.words.length < 2 && merge === undefined)
    throw new GitProblem(
      `There is no tracking information for the current branch.\nPlease specify which branch you want to merge with.\nSee git-pull(1) for details.\n\n    git pull <remote> <branch>\n\nIf you wish to set tracking information for this branch you can do so with:\n\n    git branch --set-upstream-to=<remote>/<branch> ${branch}\n`,
      1,
    );
  const { remote: name } = await remoteFor(session, flags.words[0]);
  await fetchFrom(session, [...(flags.has('quiet') ? ['-q'] : []), name]);
  const there = flags.words[1] ?? merge?.replace('refs/heads/', '') ?? branch;
  const oid = await session.git
    .resolveRef({ ...session.base, ref: `refs/remotes/${name}/${there}` })
    .catch(() => fatal(`couldn't find remote ref ${there}`));
  if ((await session.head()) === undefined) {
    await moveTo(session, oid, 'merge');
    await session.git.writeRef({ ...session.base, ref: `refs/heads/${branch}`, value: oid, force: true });
    return 0;
  }
  return mergeInto(session, oid, `${name}/${there}`, {
    fastForwardOnly: flags.has('ff-only'),
    message: undefined,
    noFastForward: false,
    quiet: flags.has('quiet'),
  });
}

export async function push(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags(
    'push',
    args,
    'u=set-upstream set-upstream f=force force d=delete delete tags q=quiet quiet',
  );
  const { git, base } = session;
  const branch = await session.branch();
  if (flags.words.length === 0 && (await git.listRemotes(base)).length === 0)
    fatal(
      'No configured push destination.\nEither specify the URL from the command-line or configure a remote repository using\n\n    git remote add <name> <url>\n\nand then push using the remote name\n\n    git push <name>\n',
    );
  const { remote: name, url } = await remoteFor(session, flags.words[0]);
  const [from = branch, to = from] = (flags.words[1] ?? '').split(':').filter(Boolean);
  if (from === undefined || to === undefined) return fatal('You are not currently on a branch.');
  const upstream = await session.config.get(`branch.${branch}.merge`, 'local');
  if (flags.words.length === 0 && upstream === undefined && !flags.has('set-upstream'))
    fatal(
      `The current branch ${branch} has no upstream branch.\nTo push the current branch and set the remote as upstream, use\n\n    git push --set-upstream ${name} ${branch}\n`,
    );
  const refs = flags.has('tags') ? await git.listTags(base) : [from];
  const before = await git.resolveRef({ ...base, ref: `refs/remotes/${name}/${to}` }).catch(() => undefined);
  for (const ref of refs) {
    await session.commit(ref).catch(() => {
      throw new GitProblem(
        `error: src refspec ${ref} does not match any\nerror: failed to push some refs to '${url}'`,
        1,
      );
    });
    try {
      const remoteRef = flags.has('tags') ? ref : to;
      const result = await git.push({
        ...base,
        ...(await network(session)),
        remote: name,
        ref,
        remoteRef,
        force: flags.has('force'),
        delete: flags.has('delete'),
      });
      if (!result.ok) throw new GitProblem(`error: failed to push some refs to '${url}'`, 1);
    } catch (error) {
      if ((error as { code?: string }).code === 'PushRejectedError')
        throw new GitProblem(
          `To ${url}\n ! [rejected]        ${from} -> ${to} (non-fast-forward)\nerror: failed to push some refs to '${url}'\nhint: Updates were rejected because the tip of your current branch is behind\nhint: its remote counterpart. Integrate the remote changes (e.g.\nhint: 'git pull ...') before pushing again.\nhint: See the 'Note about fast-forwards' in 'git push --help' for details.`,
          1,
        );
      networkProblem(error, url);
    }
  }
  if (!flags.has('quiet') && !flags.has('tags')) {
    const oid = await session.commit(from);
    if (before === oid) await session.printError('Everything up-to-date\n');
    else {
      const what = before ? `   ${before.slice(0, 7)}..${oid.slice(0, 7)}  ` : ' * [new branch]      ';
      await session.printError(
        `To ${url}\n${flags.has('delete') ? ' - [deleted]         ' : what}${flags.has('delete') ? to : `${from} -> ${to}`}\n`,
      );
    }
  }
  if (flags.has('set-upstream')) {
    await session.config.set(`branch.${from}.remote`, name, 'local');
    await session.config.set(`branch.${from}.merge`, `refs/heads/${to}`, 'local');
    await session.print(`branch '${from}' set up to track '${name}/${to}'.\n`);
  }
  return 0;
}
