import { transform } from 'esbuild';

/** Why a file could not be compiled, in one line a person can act on. */
export class ScriptError extends Error {}

/**
 * One file to CommonJS, as DevTools does: each file by itself, so that `import { x }` from a file that says
 * `module.exports = …` works as it does there.
 * @throws ScriptError
 */
export async function transformScript(file: string, source: string): Promise<string> {
  if (file.endsWith('.json')) return `module.exports = ${source.trim() || '{}'};`;
  try {
    const { code } = await transform(source, {
      loader: file.endsWith('.ts') ? 'ts' : 'js',
      format: 'cjs',
      target: 'es2022',
      sourcefile: file,
      sourcemap: 'inline',
      logLevel: 'silent',
      charset: 'utf8',
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    });
    return code;
  } catch (error) {
    throw new ScriptError(firstMessage(error));
  }
}

function firstMessage(error: unknown): string {
  const { errors } = error as { errors?: { text: string; location: { line: number } | null }[] };
  const [first] = errors ?? [];
  if (first === undefined) return String(error);
  return first.location === null ? first.text : `第 ${first.location.line} 行：${first.text}`;
}

/** Names in `require('…')` and `require.async('…')`; only literals can be packed, in DevTools too. */
export function requiredNames(code: string): string[] {
  const names = new Set<string>();
  for (const match of code.matchAll(/\brequire(?:\.async)?\(\s*(["'`])([^"'`\n]+)\1/g))
    names.add(match[2] as string);
  return [...names];
}
