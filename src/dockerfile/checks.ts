/**
 * Build checks: warnings about what a Dockerfile says, each with rule name, description and link.
 *
 * The rules whose matter is in the text alone are found here (`checkStages`); those that need
 * variables or base images are reported by the builder through the same `Linter`.
 *
 * @see Docker's build checks reference; texts are those that Docker 28.5 prints
 */

import { quote } from './go-text.ts';
import type { Lines } from './location.ts';
import { fault } from './location.ts';

const BASE = 'https://docs.docker.com/go/dockerfile/rule/';

interface Rule {
  readonly description: string;
  readonly page: string;
}

const RULES = {
  StageNameCasing: { page: 'stage-name-casing', description: 'Stage names should be lowercase' },
  FromAsCasing: {
    page: 'from-as-casing',
    description: "The 'as' keyword should match the case of the 'from' keyword",
  },
  NoEmptyContinuation: {
    page: 'no-empty-continuation',
    description: 'Empty continuation lines will become errors in a future release',
  },
  ConsistentInstructionCasing: {
    page: 'consistent-instruction-casing',
    description: 'All commands within the Dockerfile should use the same casing (either upper or lower)',
  },
  DuplicateStageName: { page: 'duplicate-stage-name', description: 'Stage names should be unique' },
  ReservedStageName: {
    page: 'reserved-stage-name',
    description: 'Reserved words should not be used as stage names',
  },
  JSONArgsRecommended: {
    page: 'json-args-recommended',
    description:
      'JSON arguments recommended for ENTRYPOINT/CMD to prevent unintended behavior related to OS signals',
  },
  MaintainerDeprecated: {
    page: 'maintainer-deprecated',
    description: 'The MAINTAINER instruction is deprecated, use a label instead to define an image author',
  },
  UndefinedArgInFrom: {
    page: 'undefined-arg-in-from',
    description: 'FROM command must use declared ARGs',
  },
  WorkdirRelativePath: {
    page: 'workdir-relative-path',
    description:
      'Relative workdir without an absolute workdir declared within the build can have unexpected results if the base image changes',
  },
  UndefinedVar: { page: 'undefined-var', description: 'Variables should be defined before their use' },
  MultipleInstructionsDisallowed: {
    page: 'multiple-instructions-disallowed',
    description: 'Multiple instructions of the same type should not be used in the same stage',
  },
  LegacyKeyValueFormat: {
    page: 'legacy-key-value-format',
    description: 'Legacy key/value format with whitespace separator should not be used',
  },
  InvalidBaseImagePlatform: {
    page: '',
    description: 'Base image platform does not match expected target platform',
  },
  RedundantTargetPlatform: {
    page: 'redundant-target-platform',
    description:
      'Setting platform to predefined $TARGETPLATFORM in FROM is redundant as this is the default behavior',
  },
  SecretsUsedInArgOrEnv: {
    page: 'secrets-used-in-arg-or-env',
    description: 'Sensitive data should not be used in the ARG or ENV commands',
  },
  InvalidDefaultArgInFrom: {
    page: 'invalid-default-arg-in-from',
    description: 'Default value for global ARG results in an empty or invalid base image name',
  },
  FromPlatformFlagConstDisallowed: {
    page: 'from-platform-flag-const-disallowed',
    description: 'FROM --platform flag should not use a constant value',
  },
  ExposeProtoCasing: {
    page: 'expose-proto-casing',
    description: 'Protocol in EXPOSE instruction should be lowercase',
  },
  ExposeInvalidFormat: {
    page: 'expose-invalid-format',
    description:
      'IP address and host-port mapping should not be used in EXPOSE instruction. This will become an error in a future release',
  },
} as const satisfies Record<string, Rule>;

type RuleName = keyof typeof RULES;

export interface CheckWarning {
  readonly rule: RuleName;
  readonly message: string;
  readonly description: string;
  readonly url: string;
  readonly lines: Lines;
}

export interface Linter {
  warn(rule: RuleName, message: string, lines: Lines): void;
  /** @throws StrataError where the file asked that warnings be errors, and there were some. */
  finish(): void;
}

/** `JSONArgsRecommended: … (line 4)`: a warning in one line. */
export function warningText(warning: CheckWarning): string {
  const place = warning.lines.start > 0 ? ` (line ${warning.lines.start})` : '';
  return `${warning.rule}: ${warning.message}${place}`;
}

/** @param options value of the `# check=` directive @throws StrataError for options that there are not */
export function createLinter(options: string, onWarning: (warning: CheckWarning) => void): Linter {
  const { skipAll, skip, asError } = parseOptions(options);
  const called = new Set<string>();
  return {
    warn(rule, message, lines) {
      if (skipAll || skip.has(rule)) return;
      called.add(rule);
      const { description, page } = RULES[rule];
      onWarning({ rule, message, description, url: page && `${BASE}${page}/`, lines });
    },
    finish() {
      if (asError && called.size > 0) {
        throw fault(`lint violation found for rules: ${[...called].join(', ')}`);
      }
    },
  };
}

function parseOptions(text: string): { skipAll: boolean; skip: ReadonlySet<string>; asError: boolean } {
  let skip = new Set<string>();
  let asError = false;
  for (const part of splitAt(text.trim(), ';', 3)) {
    const equals = part.indexOf('=');
    if (equals < 0) throw failed(`invalid check option ${quote(part)}`);
    const key = part.slice(0, equals).trim();
    const value = part.slice(equals + 1).trim();
    if (key === 'skip') skip = new Set(value.split(',').map((rule) => rule.trim()));
    else if (key === 'error') asError = parseBool(value, part);
    else if (key !== 'experimental') throw failed(`invalid check option ${quote(key)}`);
  }
  return { skipAll: skip.has('all') && skip.size === 1, skip, asError };
}

function splitAt(text: string, separator: string, most: number): string[] {
  if (text === '') return [];
  const parts = text.split(separator);
  return parts.length <= most ? parts : [...parts.slice(0, most - 1), parts.slice(most - 1).join(separator)];
}

function parseBool(value: string, part: string): boolean {
  if (/^(1|t|T|TRUE|true|True)$/.test(value)) return true;
  if (/^(0|f|F|FALSE|false|False)$/.test(value)) return false;
  throw failed(
    `failed to parse check option ${quote(part)}: strconv.ParseBool: parsing ${quote(value)}: invalid syntax`,
  );
}

function failed(message: string): Error {
  return fault(`failed to parse check options: ${message}`);
}
