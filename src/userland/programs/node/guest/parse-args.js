/** util.parseArgs: arguments to tokens, tokens to values. @see nodejs.org, "util.parseArgs([config])" */
import { codedError, invalidArgument } from './errors.js';
import { inspect } from './inspect.js';

const own = (object, name) => (object && Object.hasOwn(object, name) ? object[name] : undefined);

function refuse(code, message) {
  throw codedError(TypeError, `ERR_PARSE_ARGS_${code}`, message);
}

const checks = {
  string(value, name) {
    if (typeof value !== 'string') throw invalidArgument(name, 'string', value);
  },
  boolean(value, name) {
    if (typeof value !== 'boolean') throw invalidArgument(name, 'boolean', value);
  },
  array(value, name) {
    if (!Array.isArray(value)) throw invalidArgument(name, 'Array', value);
  },
  object(value, name) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw invalidArgument(name, 'object', value);
  },
};

function checkOption(option, name) {
  checks.object(option, name);
  const type = own(option, 'type');
  if (type !== 'string' && type !== 'boolean')
    throw invalidArgument(`${name}.type`, "('string|boolean')", type);
  if (Object.hasOwn(option, 'short')) {
    const { short } = option;
    checks.string(short, `${name}.short`);
    if (short.length !== 1)
      throw codedError(
        TypeError,
        'ERR_INVALID_ARG_VALUE',
        `The property '${name}.short' must be a single character. Received ${inspect(short)}`,
      );
  }
  if (Object.hasOwn(option, 'multiple')) checks.boolean(option.multiple, `${name}.multiple`);
  const standard = own(option, 'default');
  if (standard === undefined) return;
  if (own(option, 'multiple')) {
    checks.array(standard, `${name}.default`);
    for (const [index, one] of standard.entries()) checks[type](one, `${name}.default[${index}]`);
  } else checks[type](standard, `${name}.default`);
}

/** What the options are, each `-abc` taken apart. */
function tokensOf(args, options) {
  const tokens = [];
  const longName = (short) =>
    Object.entries(options).find(([, option]) => own(option, 'short') === short)?.[0] ?? short;
  const takesValue = (name) => own(own(options, name), 'type') === 'string';
  const rest = [...args].reverse();
  let index = -1;
  /** How many of what comes next were one argument. */
  let group = 0;
  const option = (name, rawName, value, inlineValue) =>
    tokens.push({ kind: 'option', name, rawName, index, value, inlineValue });
  const alone = (name, rawName) => {
    const value = takesValue(name) ? rest.pop() : undefined;
    option(name, rawName, value, value === undefined ? undefined : false);
    if (value !== undefined) index++;
  };
  while (rest.length > 0) {
    const arg = rest.pop();
    if (group > 0) group--;
    else index++;
    const [, long, attached] = /^--(.[^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
    if (arg === '--') {
      tokens.push({ kind: 'option-terminator', index });
      while (rest.length > 0) tokens.push({ kind: 'positional', index: ++index, value: rest.pop() });
    } else if (long !== undefined) {
      if (attached === undefined) alone(long, arg);
      else option(long, `--${long}`, attached, true);
    } else if (!arg.startsWith('-') || arg.length === 1)
      tokens.push({ kind: 'positional', index, value: arg });
    else if (arg.length === 2) alone(longName(arg[1]), arg);
    else if (takesValue(longName(arg[1]))) option(longName(arg[1]), arg.slice(0, 2), arg.slice(2), true);
    else {
      const expanded = [];
      for (let at = 1; at < arg.length; at++) {
        const isLast = takesValue(longName(arg[at]));
        expanded.push(`-${isLast ? arg.slice(at) : arg[at]}`);
        if (isLast) break;
      }
      group = expanded.length;
      rest.push(...expanded.reverse());
    }
  }
  return tokens;
}

/** What strictness asks of an option. */
function check({ name, rawName, value, inlineValue }, { options, allowPositionals, allowNegative }) {
  let known = name;
  if (!Object.hasOwn(options, name)) {
    known = allowNegative && name.startsWith('no-') ? name.slice(3) : undefined;
    if (known === undefined || own(own(options, known), 'type') !== 'boolean') {
      const hint = allowPositionals
        ? `. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- ${JSON.stringify(rawName)}`
        : '';
      refuse('UNKNOWN_OPTION', `Unknown option '${rawName}'${hint}`);
    }
  }
  const { type, short } = options[known];
  const both = `${short ? `-${short}, ` : ''}--${known}`;
  if (type === 'string' && typeof value !== 'string')
    refuse('INVALID_OPTION_VALUE', `Option '${both} <value>' argument missing`);
  if (type === 'boolean' && value !== undefined)
    refuse('INVALID_OPTION_VALUE', `Option '${both}' does not take an argument`);
  if (inlineValue || !value?.startsWith('-') || value.length < 2) return;
  const example = rawName.startsWith('--') ? `'${rawName}=-XYZ'` : `'--${name}=-XYZ' or '${rawName}-XYZ'`;
  refuse(
    'INVALID_OPTION_VALUE',
    `Option '${rawName}' argument is ambiguous.
Did you forget to specify the option argument for '${rawName}'?
To specify an option argument starting with a dash use ${example}.`,
  );
}

/** Also the token says what was negated. */
function store(token, { options, allowNegative }, values) {
  const { name, value } = token;
  if (name === '__proto__') return;
  const isNegated = allowNegative && name.startsWith('no-') && value === undefined;
  const key = isNegated ? name.slice(3) : name;
  const given = isNegated ? false : (value ?? true);
  if (isNegated) token.name = key;
  if (!own(own(options, key), 'multiple')) values[key] = given;
  else if (values[key]) values[key].push(given);
  else values[key] = [given];
}

export function parseArgs(config = {}) {
  const args = own(config, 'args') ?? globalThis.process.argv.slice(globalThis.process._eval ? 1 : 2);
  const strict = own(config, 'strict') ?? true;
  const settings = {
    options: own(config, 'options') ?? {},
    allowPositionals: own(config, 'allowPositionals') ?? !strict,
    allowNegative: own(config, 'allowNegative') ?? false,
  };
  const { options, allowPositionals, allowNegative } = settings;
  const isTold = own(config, 'tokens') ?? false;
  checks.array(args, 'args');
  for (const [name, flag] of Object.entries({ strict, allowPositionals, tokens: isTold, allowNegative }))
    checks.boolean(flag, name);
  checks.object(options, 'options');
  for (const [name, option] of Object.entries(options)) checkOption(option, `options.${name}`);
  const tokens = tokensOf(args, options);
  const values = Object.create(null);
  const positionals = [];
  for (const token of tokens) {
    if (token.kind === 'option') {
      if (strict) check(token, settings);
      store(token, settings, values);
    } else if (token.kind === 'positional') {
      if (!allowPositionals)
        refuse(
          'UNEXPECTED_POSITIONAL',
          `Unexpected argument '${token.value}'. This command does not take positional arguments`,
        );
      positionals.push(token.value);
    }
  }
  for (const [name, option] of Object.entries(options)) {
    const standard = own(option, 'default');
    if (standard !== undefined && values[name] === undefined) values[name] = standard;
  }
  return isTold ? { values, positionals, tokens } : { values, positionals };
}
