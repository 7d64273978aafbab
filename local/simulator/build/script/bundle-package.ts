import { build } from 'esbuild';
import type { AppFolder } from '../app-folder';

/**
 * A plain npm package as one CommonJS file, as DevTools' "build npm" makes it.
 * @param specifier e.g. `dayjs` or `dayjs/plugin/utc`
 */
export async function bundlePackage(app: AppFolder, specifier: string): Promise<string> {
  const result = await build({
    stdin: {
      contents: `module.exports = require(${JSON.stringify(specifier)});`,
      resolveDir: app.projectRoot,
      sourcefile: `${specifier}.js`,
    },
    nodePaths: [`${app.root}/node_modules`],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'browser',
    mainFields: ['main', 'module'],
    target: 'es2022',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  return result.outputFiles[0]?.text ?? '';
}
