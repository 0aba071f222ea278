/** Children that are waited for: spawnSync, execFileSync, execSync. */
import { call } from './bridge.js';
import { Buffer } from './buffer.js';
import { endOf, MOST_OUTPUT, requestOf, sorted } from './child-process-request.js';
import { process, signalNumbers } from './process.js';

export function spawnSync(file, args, options) {
  const [list, given] = sorted(args, options);
  const request = requestOf(file, list, given);
  const input = given.input === undefined ? new Uint8Array() : Buffer.from(given.input);
  let result;
  try {
    result = call(
      'child.run',
      [
        ...request.list,
        given.timeout ?? null,
        signalNumbers[given.killSignal ?? 'SIGTERM'],
        given.maxBuffer ?? MOST_OUTPUT,
      ],
      input,
      { syscall: `spawnSync ${request.path}`, path: request.path },
    );
  } catch (error) {
    if (error.code === 'ERR_UNSUPPORTED') throw error;
    error.message = `spawnSync ${request.path} ${error.code}`;
    error.spawnargs = request.args;
    return { error, status: null, signal: null, output: null, pid: 0, stdout: null, stderr: null };
  }
  const { code, signal } = endOf(result.status);
  const output = [null, ...result.outputs].map((text) => {
    if (text === null) return null;
    const bytes = Buffer.from(text, 'base64');
    return given.encoding && given.encoding !== 'buffer' ? bytes.toString(given.encoding) : bytes;
  });
  return {
    ...(result.ending ? { error: endedBy(result.ending, request) } : {}),
    status: code,
    signal,
    output,
    pid: result.pid,
    stdout: output[1],
    stderr: output[2],
  };
}

/** The error of a child that was ended for its time or its output. */
function endedBy(code, { path, args }) {
  const syscall = `spawnSync ${path}`;
  const errno = code === 'ETIMEDOUT' ? -110 : -105;
  return Object.assign(new Error(`${syscall} ${code}`), { errno, code, syscall, path, spawnargs: args });
}

function checked(result, command, options) {
  if (result.stderr?.length && options.stdio === undefined) process.stderr.write(result.stderr);
  if (result.error) throw Object.assign(result.error, result);
  if (result.status === 0) return result.stdout;
  const error = new Error(`Command failed: ${command}${result.stderr?.length ? `\n${result.stderr}` : ''}`);
  throw Object.assign(error, result);
}

export function execFileSync(file, args, options) {
  const [list, given] = sorted(args, options);
  return checked(spawnSync(file, list, given), [file, ...list].join(' '), given);
}

export function execSync(command, options = {}) {
  return checked(spawnSync(command, [], { ...options, shell: options.shell ?? true }), command, options);
}
