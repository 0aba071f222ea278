/** `docker rename`: POST /containers/{id}/rename. */
import { messageOf } from '../../base/index.ts';
import type { Verb } from '../command.ts';
import { segment } from '../engine.ts';
import { failure } from '../failure.ts';

export const rename: Verb = async (cli, _flags, [container, name]) => {
  const oldName = container!.trim();
  const newName = name!.trim();
  if (oldName === '' || newName === '') throw failure('Error: Neither old nor new names may be empty');
  try {
    await cli.engine.call(
      'POST',
      `/containers/${segment(oldName)}/rename?name=${encodeURIComponent(newName)}`,
    );
  } catch (error) {
    throw failure(`${messageOf(error)}\nError: failed to rename container named ${oldName}`);
  }
  return 0;
};
