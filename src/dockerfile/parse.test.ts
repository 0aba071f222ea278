import { describe, expect, test } from 'vitest';
import { linesOf } from './location.ts';
import { parseDockerfile } from './parse.ts';
import { toSexpr } from './sexpr.ts';

const sexpr = (text: string): string => toSexpr(parseDockerfile(text));
const failure = (text: string): { message: string; lines: unknown } => {
  try {
    parseDockerfile(text);
  } catch (error) {
    return { message: (error as Error).message, lines: linesOf(error) };
  }
  throw new Error('did not fail');
};

describe('lines', () => {
  test('are continued, with comments and empty lines inside left out', () => {
    expect(sexpr('RUN a \\\n  # comment\n\n  b \\ \n c\n')).toBe('(run "a   b  c")');
    expect(parseDockerfile('RUN a \\\n\nb\n').emptyContinuations).toEqual([3]);
  });

  test('are not continued by an escaped escape', () => {
    expect(sexpr('RUN a \\\\\nRUN b')).toBe('(run "a \\\\\\\\")\n(run "b")');
  });

  test('may end in carriage returns, and begin with a byte order mark', () => {
    expect(sexpr('\ufeffFROM a\r\nRUN b \\\r\n c\r\n')).toBe('(from "a")\n(run "b  c")');
  });

  test('have their numbers', () => {
    const { instructions } = parseDockerfile('# x\n\nFROM a\nRUN b \\\n c\n');
    expect(instructions.map(({ lines }) => lines)).toEqual([
      { start: 3, end: 3 },
      { start: 4, end: 5 },
    ]);
  });
});

describe('directives', () => {
  test('are read at the top only', () => {
    expect(sexpr('# escape=`\nRUN a `\n b\\\n')).toBe('(run "a  b\\\\")');
    expect(sexpr('# a comment\n# escape=`\nRUN a `\nRUN b\n')).toBe('(run "a `")\n(run "b")');
    expect(parseDockerfile('# check=skip=all\nFROM a').directives).toEqual([
      { name: 'check', value: 'skip=all', line: 1 },
    ]);
  });

  test('must be right, and there once', () => {
    expect(failure('# escape=x\nFROM a').message).toBe("invalid escape token 'x' does not match ` or \\");
    expect(failure('# syntax=a\n# syntax=b\nFROM a').message).toBe(
      'only one syntax parser directive can be used',
    );
  });
});

describe('arguments', () => {
  test.each([
    ['CMD ["a", "b\\"c"]', '(cmd "a" "b\\"c")'],
    ['CMD ["a", b]', '(cmd "[\\"a\\", b]")'],
    ['CMD', '(cmd)'],
    ['COPY --from=a --chown="1:2" x y /z', '(copy ["--from=a" "--chown=1:2"] "x" "y" "/z")'],
    ['RUN -- --x', '(run "--x")'],
    ['ENV A=1 B="2 3" C=\\ x', '(env "A" "1" "=" "B" "\\"2 3\\"" "=" "C" "\\\\ x" "=")'],
    ['ENV A  b c', '(env "A" "b c" "")'],
    ['ARG A=1 B', '(arg "A=1" "B")'],
    ['HEALTHCHECK --interval=5s CMD ["a"]', '(healthcheck ["--interval=5s"] "CMD" "a")'],
    ['ONBUILD RUN a  b', '(onbuild (run "a  b"))'],
    ['FOO bar', '(foo "")'],
    ['LABEL é="\u00a0\u0001"', '(label "é" "\\"\\u00a0\\x01\\"" "=")'],
  ])('%s', (text, expected) => {
    expect(sexpr(text)).toBe(expected);
  });

  test('that are wrong are located', () => {
    expect(failure('FROM a\nENV A\n')).toEqual({
      message: 'ENV must have two arguments',
      lines: [{ start: 2, end: 2 }],
    });
    expect(failure('FROM a\nENV A=1 \\\n B\n')).toEqual({
      message: 'Syntax error - can\'t find = in "B". Must be of the form: name=value',
      lines: [{ start: 2, end: 3 }],
    });
    expect(failure('FROM a\nCMD [1]\n').message).toContain('arrays must be comprised of strings only');
  });
});

describe('heredocs', () => {
  const documents = (text: string) => parseDockerfile(text).instructions[0]!.heredocs;

  test('keep their content, quoted or with tabs', () => {
    expect(documents('RUN <<EOF\na $b\nEOF\n')).toEqual([
      { name: 'EOF', expand: true, chomp: false, content: 'a $b\n' },
    ]);
    expect(documents('COPY <<-"A" <<B /\n\ta\n\tA\nb\nB\n')).toEqual([
      { name: 'A', expand: false, chomp: true, content: '\ta\n' },
      { name: 'B', expand: true, chomp: false, content: 'b\n' },
    ]);
  });

  test('are those of the instructions that take them', () => {
    expect(documents('ONBUILD RUN <<EOF\na\nEOF\n')).toHaveLength(1);
    expect(sexpr('CMD cat <<EOF\nRUN x\n')).toBe('(cmd "cat <<EOF")\n(run "x")');
    expect(documents('RUN echo "<<EOF"\n')).toEqual([]);
  });

  test('must end', () => {
    expect(failure('RUN <<EOF\na\n')).toEqual({
      message: 'unterminated heredoc',
      lines: [{ start: 1, end: 2 }],
    });
  });
});

test('there must be an instruction', () => {
  expect(failure('# x\n\n')).toEqual({ message: 'file with no instructions', lines: [{ start: 2, end: 2 }] });
});
