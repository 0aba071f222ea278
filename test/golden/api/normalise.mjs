/** Answers of an engine in a form that does not depend on the moment or the machine. */

/** Numbers that are times, places or depend on the image: only whether there is something is kept. */
const NUMBERS =
  /"(Created|Size|SizeRw|SizeRootFs|VirtualSize|SharedSize|Pid|time|timeNano|LayersSize|SpaceReclaimed|size|mode)":(-?\d+)/g;

/** @param {string} text */
function clean(text) {
  return text
    .replace(/sha256:[0-9a-f]{64}/g, 'sha256:ID')
    .replace(/[0-9a-f]{64}/g, 'ID')
    .replace(/"(Hostname)":"[0-9a-f]{12}"/g, '"$1":"SHORT"')
    .replace(/container [0-9a-f]{12}\b/g, 'container SHORT')
    .replace(/(image|delete) [0-9a-f]{12}\b/g, '$1 SHORT')
    .replace(/overlay2\/[0-9a-z]{25}/g, 'overlay2/ID')
    .replace(/(?!0001-01-01)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)/g, 'TIME')
    .replace(/(Less than a second|About a minute|\d+ (seconds?|minutes?))/g, 'AGO')
    .replace(/28\.5\.2\+dfsg4/g, '28.5.2')
    .replace(/minirootfs-[\d.]+-/g, 'minirootfs-')
    .replace(/"execDuration":"\d+"/g, '"execDuration":"N"')
    .replace(/"reclaimed":"\d+"/g, '"reclaimed":"N"')
    .replace(NUMBERS, (_, name, value) => `"${name}":${Number(value) > 0 ? 1 : Number(value)}`);
}

/**
 * @param {{ status: number, headers: Record<string, unknown>, bytes: Uint8Array }} response
 * @param {{ as?: string, pick?: string[] }} step
 */
export function answerOf({ status, headers, bytes }, { as = 'json', pick }) {
  const text = new TextDecoder().decode(bytes);
  const stat = headers['x-docker-container-path-stat'];
  const extra = typeof stat === 'string' ? { stat: JSON.parse(clean(atob(stat))) } : {};
  if (status >= 400 || as === 'json') return { status, ...extra, body: json(text, pick) };
  if (as === 'lines') return { status, body: lines(text, pick) };
  if (as === 'frames') return { status, body: frames(bytes) };
  if (as === 'tar') return { status, ...extra, body: names(bytes) };
  return { status, ...extra, body: clean(text) };
}

function json(text, pick) {
  if (text.trim() === '') return '';
  let value;
  try {
    value = JSON.parse(clean(text));
  } catch {
    return { text: clean(text) };
  }
  // Go gives lists of networks in no order.
  if (Array.isArray(value) && value.every((each) => each?.Name)) {
    value.sort((a, b) => (a.Name < b.Name ? -1 : 1));
  }
  return pick ? picked(value, pick) : value;
}

function picked(value, pick) {
  if (Array.isArray(value)) return value.map((each) => picked(each, pick));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(pick.filter((name) => name in value).map((name) => [name, value[name]]));
}

function lines(text, pick) {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => json(line, pick));
}

/** Output by stream: how it is cut into frames is chance. */
function frames(bytes) {
  const outputs = { 1: '', 2: '' };
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = new DataView(bytes.buffer, bytes.byteOffset + at + 4, 4).getUint32(0);
    outputs[bytes[at]] += new TextDecoder().decode(bytes.subarray(at + 8, at + 8 + size));
    at += 8 + size;
  }
  return { stdout: clean(outputs[1]), stderr: clean(outputs[2]) };
}

/** Entries of a ustar archive: type, mode, owner, size, name. */
function names(bytes) {
  const found = [];
  for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0; ) {
    const field = (from, to) =>
      new TextDecoder().decode(bytes.subarray(at + from, at + to)).replace(/\0.*/s, '');
    const size = Number.parseInt(field(124, 136), 8) || 0;
    const type = field(156, 157);
    if (type !== 'x') {
      const octal = (from, to) => Number.parseInt(field(from, to), 8);
      found.push(
        `${type} ${(octal(100, 108) & 0o7777).toString(8)} ${octal(108, 116)}:${octal(116, 124)} ${size} ${field(0, 100)}`,
      );
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return found;
}
