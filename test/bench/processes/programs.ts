import path from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles the programs that the benches run as processes of their own. That happens afresh in each run, because they
 * contain product code, which the bundle of the command itself does not: that one is not rebuilt when the product changes.
 */
export class Programs {
  constructor(
    readonly root: string,
    readonly folder: string,
  ) {}

  /**
   * @param name file below test/bench/programs without its extension
   * @param replaced packages by name and the program file that stands for each
   * @returns the bundle's path
   */
  async bundle(name: string, replaced: Record<string, string> = {}): Promise<string> {
    const output = path.join(this.folder, `${name}.js`);
    await this.bundleTo(output, name, replaced);
    return output;
  }

  async bundleTo(output: string, name: string, replaced: Record<string, string> = {}): Promise<void> {
    const alias = Object.entries(replaced).map(([of, by]) => [
      of,
      `${this.root}/test/bench/programs/${by}.ts`,
    ]);
    await build({
      absWorkingDir: this.root,
      entryPoints: [`test/bench/programs/${name}.ts`],
      outfile: output,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20.19',
      logLevel: 'warning',
      alias: Object.fromEntries(alias),
    });
  }
}
