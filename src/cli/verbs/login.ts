/** `docker login`: asks for what is not said, tries it, and keeps it in the client's configuration. */

import { messageOf } from '../../base/index.ts';
import { readAll } from '../../kernel/index.ts';
import { ask } from '../auth/ask.ts';
import { type Auth, configPath, HUB, hostIn, readAuth, storeAuth } from '../auth/config-file.ts';
import type { Cli, Verb } from '../command.ts';
import { failure } from '../failure.ts';
import type { FlagValues } from '../flags.ts';
import { note } from '../format/note.ts';

const NO_TERMINAL = 'Error: Cannot perform an interactive login from a non TTY device';

export const login: Verb = async (cli, flags, [server]) => {
  const address = server === undefined || server === 'docker.io' ? HUB : hostIn(server);
  const given = await readGiven(cli, flags);
  if (!given.username && !given.password) {
    const stored = await readAuth(cli, address);
    if (stored.username && (stored.password || stored.identitytoken)) {
      if (await useStored(cli, address, stored)) return 0;
      given.hint = stored.username;
    }
  }
  const { username, password } = await complete(cli, address, given);
  await signIn(cli, address, { username, password, serveraddress: address });
  return 0;
};

interface Given {
  username: string;
  password: string;
  /** The name that was used before. */
  hint: string;
}

/** What flags and stdin say. @throws ECLI */
async function readGiven(cli: Cli, flags: FlagValues): Promise<Given> {
  const username = flags.text('username') ?? '';
  let password = flags.text('password') ?? '';
  const fromStdin = flags.bool('password-stdin');
  if (flags.has('username') && username === '') throw failure('username is empty');
  if (flags.has('password') && password === '') throw failure('password is empty');
  if (password !== '' && fromStdin) {
    throw failure('conflicting options: cannot specify both --password and --password-stdin');
  }
  if (password !== '') {
    await cli.err('WARNING! Using --password via the CLI is insecure. Use --password-stdin.\n');
  }
  if (fromStdin) {
    if (username === '') throw failure('the --password-stdin option requires --username to be set');
    password = new TextDecoder().decode(await readAll(cli.sys, 0)).replace(/\r?\n$/, '');
  }
  return { username, password, hint: '' };
}

const STORED_NOTE = "To login with a different account, run 'docker logout' followed by 'docker login'";

/** Tries what is kept; true where that was enough. */
async function useStored(cli: Cli, address: string, stored: Auth): Promise<boolean> {
  const shown = note([STORED_NOTE], cli.sys.isatty(2));
  await cli.err(
    `Authenticating with existing credentials... [Username: ${stored.username}]\n\n${shown}\n\n\n`,
  );
  try {
    await signIn(cli, address, stored);
    return true;
  } catch (error) {
    await cli.err(`Login did not succeed, error: ${messageOf(error)}\n`);
    return false;
  }
}

/** Asks for what is missing. @throws ECLI where there is nobody to ask */
async function complete(
  cli: Cli,
  address: string,
  { username, password, hint }: Given,
): Promise<{ username: string; password: string }> {
  const missing = username === '' || password === '';
  if (missing && !cli.sys.isatty(0)) throw failure(NO_TERMINAL);
  let name = username;
  if (name === '') {
    name = (await ask(cli, hint === '' ? 'Username: ' : `Username (${hint}): `)).trim() || hint;
    if (name === '') throw failure('Error: Non-null Username Required');
  }
  if (password !== '') return { username: name, password };
  if (address === HUB) {
    const lines = [
      'A Personal Access Token (PAT) can be used instead.',
      'To create a PAT, visit https://app.docker.com/settings',
      '',
      '',
    ];
    await cli.out(`\n${note(lines, cli.sys.isatty(1))}\n`);
  }
  const asked = await ask(cli, 'Password: ', true);
  if (asked === '') throw failure('Error: Password Required');
  return { username: name, password: asked };
}

/** @throws ECLI */
async function signIn(cli: Cli, address: string, auth: Auth): Promise<void> {
  const { IdentityToken, Status } = await cli.engine.call<{ IdentityToken: string; Status: string }>(
    'POST',
    '/auth',
    { json: auth },
  );
  const kept: Auth = IdentityToken
    ? { ...(auth.username ? { username: auth.username } : {}), identitytoken: IdentityToken }
    : auth;
  if (await storeAuth(cli, address, kept)) {
    await cli.err(
      `\nWARNING! Your credentials are stored unencrypted in '${configPath(cli.sys)}'.\n` +
        'Configure a credential helper to remove this warning. See\n' +
        'https://docs.docker.com/go/credential-store/\n\n',
    );
  }
  await cli.out(`${Status}\n`);
}
