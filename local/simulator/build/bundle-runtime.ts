import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { BuiltInDefinition } from '../components/built-in';

/** Source folder of the simulator: programs are bundled elsewhere, but its browser half is built from source. */
export function simulatorFolder(from = __dirname): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'local/simulator');
    if (existsSync(path.join(candidate, 'runtime/main.ts'))) return candidate;
    if (folder === path.dirname(folder)) throw new Error('the sources of the simulator were not found');
  }
}

/** A program of the browser as one file. */
export async function bundleForBrowser(entry: string, banner = ''): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    sourcemap: 'inline',
    sourcesContent: false,
    mainFields: ['module', 'main'],
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: banner },
    logLevel: 'silent',
    charset: 'utf8',
  });
  return result.outputFiles[0]?.text ?? '';
}

/** The app frame's program, with the templates of the built-in components compiled in front of it. */
export async function bundleRuntime(definitions: BuiltInDefinition[]): Promise<string> {
  const templates = compileBuiltIns(definitions);
  const entry = path.join(simulatorFolder(), 'runtime/main.ts');
  return await bundleForBrowser(entry, `var builtInTemplates = ${templates};`);
}

/** @throws when a template has an error: these are ours, so there is nobody to be patient with */
export function compileBuiltIns(definitions: BuiltInDefinition[]): string {
  const group = new TmplGroup();
  try {
    for (const { tag, template } of definitions) {
      if (template === undefined) continue;
      const [first] = group.addTmpl(`built-in/${tag}`, template) as { message: string; startLine: number }[];
      if (first !== undefined)
        throw new Error(`built-in ${tag}, line ${first.startLine + 1}: ${first.message}`);
    }
    return group.getTmplGenObjectGroups();
  } finally {
    group.free();
  }
}
