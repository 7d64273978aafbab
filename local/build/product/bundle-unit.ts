import { build } from 'esbuild';
import { BuildError } from './build-error';
import { loadLater } from './load-later';

/** A function that unpacks more than this starts too slowly; the SDK alone takes 0.8 MB of it. */
const largestBundleBytes = 1_300_000;

/**
 * One deploy unit as a single file with the SDK and every package inside, for CloudBase's Node 20.19. Only what exists in
 * Node itself stays outside, so the file runs alone in an empty folder.
 */
export async function bundleUnit(root: string, unit: string): Promise<Uint8Array> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [`cloudfunctions/functions/${unit}/index.ts`],
    bundle: true,
    minify: true,
    // Chinese as it is: escaped, each character would take twice as many bytes.
    charset: 'utf8',
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    legalComments: 'none',
    logLevel: 'silent',
    write: false,
    plugins: [loadLater()],
  });
  const [bundle] = result.outputFiles;
  if (bundle === undefined) throw new BuildError(`function ${unit}: nothing was bundled`);
  if (bundle.contents.length > largestBundleBytes) {
    throw new BuildError(
      `function ${unit}: ${bundle.contents.length} bytes, more than ${largestBundleBytes}`,
    );
  }
  return bundle.contents;
}
