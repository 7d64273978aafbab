import { BuildError } from '../build/product/build-error';
import { buildProduct } from '../build/product/build-product';

/** `npm run build`: prints each function with its size; with --quiet only when something was built. */
async function main(): Promise<void> {
  const quiet = process.argv.includes('--quiet');
  const units = await buildProduct(process.cwd());
  if (units === undefined) {
    if (!quiet) process.stdout.write('dist/cloudfunctions is up to date\n');
    return;
  }
  // With --quiet it is a part of set-up, which speaks on stderr.
  const out = quiet ? process.stderr : process.stdout;
  for (const unit of units) out.write(`built function ${unit.name}, ${(unit.bytes / 1024).toFixed(0)} KB\n`);
  out.write(`built dist/cloudfunctions/manifest.json with ${units.length} functions\n`);
}

main().catch((error: unknown) => {
  // esbuild's own errors already carry file and line; anything else than a known error shows its stack.
  const known = error instanceof BuildError || (error instanceof Error && 'errors' in error);
  process.stderr.write(
    `build failed: ${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
});
