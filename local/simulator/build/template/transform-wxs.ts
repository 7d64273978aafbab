/**
 * WXS is almost JavaScript. Three differences matter, and the template compiler knows none of them:
 * `x.constructor` is a string such as `'Array'`, a backslash before a letter that needs none stays (`getRegExp('\d')`),
 * and `require` names files with their extension.
 */
export function transformWxs(source: string): string {
  const tokens =
    /(\/\/[^\n]*|\/\*[\s\S]*?\*\/)|("(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')|\.\s*constructor\b/g;
  return source.replace(tokens, (whole, comment: string | undefined, literal: string | undefined) => {
    if (comment !== undefined) return '';
    if (literal !== undefined) return keepBackslashes(withoutExtension(literal));
    return whole.replace('constructor', constructorName);
  });
}

/** Property that the runtime defines on every object; see runtime/wxs-globals.ts. */
export const constructorName = '__wxsConstructor';

function keepBackslashes(literal: string): string {
  return literal.replace(/\\([\s\S])/g, (whole, next: string) =>
    /[nrtbfv0'"\\ux\n\r]/.test(next) ? whole : `\\\\${next}`,
  );
}

function withoutExtension(literal: string): string {
  return literal.replace(/^(["'][^"']*)\.wxs(["'])$/, '$1$2');
}
