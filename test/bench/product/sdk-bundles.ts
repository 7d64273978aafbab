import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { bundleUnit } from '../../../local/build/product/bundle-unit';
import type { BenchContext } from '../bench';

/** Keeps the module from being left out as unused. */
const SOURCE = `export { default } from 'wx-server-sdk';\n`;

/** The SDK and nothing else, bundled by the product's own build: with its options, and its parts that load later. */
export async function bundleSdkAsProduct(context: BenchContext): Promise<string> {
  const project = path.join(context.folder, 'sdk-alone');
  const unit = path.join(project, 'cloudfunctions/functions/sdk');
  mkdirSync(unit, { recursive: true });
  writeFileSync(path.join(unit, 'index.ts'), SOURCE);
  symlinkSync(path.join(context.root, 'node_modules'), path.join(project, 'node_modules'));
  const output = path.join(context.folder, 'sdk-as-product.js');
  writeFileSync(output, await bundleUnit(project, 'sdk'));
  return output;
}

/** The SDK and nothing else, as anybody would bundle it: everything is loaded at once. */
export async function bundlePlainSdk(context: BenchContext): Promise<string> {
  const output = path.join(context.folder, 'sdk-plain.js');
  await build({
    stdin: { contents: SOURCE, resolveDir: context.root },
    outfile: output,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return output;
}
