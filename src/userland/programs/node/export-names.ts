/**
 * Names that a CommonJS module exports, as far as its text tells: what `import { name }` of it finds.
 *
 * Less than Node's lexer, which knows the output of compilers too; what is not found is in `default`.
 * @see https://github.com/nodejs/cjs-module-lexer, "Grammar"
 */

const NAME = /^[A-Za-z_$][\w$]*$/;
const RESERVED = new Set(
  'default await break case catch class const continue debugger delete do else enum export extends false finally for function if import in instanceof let new null return static super switch this throw true try typeof var void while with yield m'.split(
    ' ',
  ),
);

export function exportNames(text: string): string[] {
  const names = new Set<string>();
  for (const [, name] of text.matchAll(/\bexports\.([\w$]+)\s*=(?!=)/g)) names.add(name!);
  for (const [, name] of text.matchAll(/\bdefineProperty\(\s*exports\s*,\s*['"]([\w$]+)['"]/g))
    names.add(name!);
  for (const [, list] of text.matchAll(/\bmodule\.exports\s*=\s*\{([^}]*)\}/g)) {
    for (const part of list!.split(',')) {
      const name = /^\s*([\w$]+)\s*(?:[:(]|$)/.exec(part)?.[1];
      if (name) names.add(name);
    }
  }
  return [...names].filter((name) => NAME.test(name) && !RESERVED.has(name));
}
