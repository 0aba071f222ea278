/** /exec, and /containers/{name}/exec. */
import { createExec, inspectExec, resizeExec, startExec } from '../../engine/index.ts';
import type { ExecCreateRequest } from '../docker-types.ts';
import { encodeFrame } from '../frames.ts';
import { empty, hijacked, json } from '../respond.ts';
import { type Route, route } from '../router.ts';

interface ExecStartRequest {
  readonly Detach?: boolean;
  readonly Tty?: boolean;
  readonly ConsoleSize?: readonly [number, number] | null;
}

export const execRoutes: readonly Route[] = [
  route('POST', '/containers/{name}/exec', async (call) =>
    json(
      201,
      await createExec(call.engine, call.param('name'), (await call.body<ExecCreateRequest>()) ?? {}),
    ),
  ),
  route('POST', '/exec/{id}/start', async (call) => {
    const request = (await call.body<ExecStartRequest>()) ?? {};
    const attachment = await startExec(
      call.engine,
      call.param('id'),
      {
        detach: request.Detach ?? false,
        tty: request.Tty ?? false,
        consoleSize: request.ConsoleSize ?? undefined,
        signal: call.signal,
      },
      encodeFrame,
    );
    return attachment
      ? hijacked(attachment.connection, attachment.tty, call.request.upgrade ?? false)
      : empty(200);
  }),
  route('GET', '/exec/{id}/json', (call) => json(200, inspectExec(call.engine, call.param('id')))),
  route('POST', '/exec/{id}/resize', (call) => {
    resizeExec(call.engine, call.param('id'), call.number('h') ?? 0, call.number('w') ?? 0);
    return empty(200);
  }),
];
