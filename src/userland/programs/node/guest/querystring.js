/** node:querystring. */

function encodeText(text) {
  return encodeURIComponent(typeof text === 'object' ? String(text) : `${text}`);
}

function decodeText(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return '\ufffd';
      }
    });
  }
}

const primitive = (value) => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return `${value}`;
  return typeof value === 'bigint' || typeof value === 'boolean' ? `${value}` : '';
};

function stringify(object, sep = '&', eq = '=', options = {}) {
  if (object === null || typeof object !== 'object') return '';
  const encode = options?.encodeURIComponent ?? querystring.escape;
  const pair = (key, value) => `${encode(primitive(key))}${eq || '='}${encode(primitive(value))}`;
  return Object.entries(object)
    .flatMap(([key, value]) =>
      Array.isArray(value) ? value.map((one) => pair(key, one)) : [pair(key, value)],
    )
    .join(sep || '&');
}

function parse(text, sep = '&', eq = '=', options = {}) {
  const result = Object.create(null);
  if (typeof text !== 'string' || text === '') return result;
  const most = options?.maxKeys ?? 1000;
  const parts = text.split(sep || '&');
  const decode = options?.decodeURIComponent ?? querystring.unescape;
  for (const part of most > 0 ? parts.slice(0, most) : parts) {
    if (part === '') continue;
    const at = part.indexOf(eq || '=');
    const [key, value] = (at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + (eq || '=').length)]).map(
      (one) => decode(one.replaceAll('+', ' ')),
    );
    if (!(key in result)) result[key] = value;
    else if (Array.isArray(result[key])) result[key].push(value);
    else result[key] = [result[key], value];
  }
  return result;
}

const querystring = {
  escape: encodeText,
  unescape: decodeText,
  stringify,
  parse,
  encode: stringify,
  decode: parse,
};
export default querystring;
