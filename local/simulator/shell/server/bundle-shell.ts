import path from 'node:path';
import { build } from 'esbuild';
import { simulatorFolder } from '../../build/bundle-runtime';

export interface ShellBundle {
  script: string;
  style: string;
}

/** The shell's script and style sheet, made when the simulator starts: a tenth of a second, and never older than the source. */
export async function bundleShell(): Promise<ShellBundle> {
  const folder = path.join(simulatorFolder(), 'shell');
  const { outputFiles } = await build({
    entryPoints: { shell: path.join(folder, 'client/main.ts'), style: path.join(folder, 'style/shell.css') },
    outdir: 'simulator',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'chrome110',
    write: false,
    logLevel: 'warning',
  });
  const textOf = (ending: string): string => outputFiles.find(file => file.path.endsWith(ending))?.text ?? '';
  return { script: textOf('.js'), style: textOf('.css') };
}
