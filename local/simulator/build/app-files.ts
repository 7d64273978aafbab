import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { AppFolder } from './app-folder';
import { NpmPackages, splitPackagePath } from './npm-packages';
import { normalisePath } from './virtual-path';

const npmFolder = 'miniprogram_npm/';

/**
 * The files of a mini-program by their path inside it. `miniprogram_npm` is what the folder brings along, else what its
 * node_modules would become. Nothing outside of these can be read, not even through a symbolic link.
 */
export class AppFiles {
  readonly packages: NpmPackages;
  /** Absolute files that were looked at, so that somebody can watch their folders. */
  readonly seen = new Set<string>();
  readonly #root: string;

  constructor(readonly app: AppFolder) {
    this.packages = new NpmPackages(app);
    this.#root = realpathSync(app.root);
  }

  /** Absolute path of an existing file, or undefined. */
  locate(file: string): string | undefined {
    const clean = normalisePath(file);
    return this.#own(clean) ?? this.#packaged(clean);
  }

  exists(file: string): boolean {
    return this.locate(file) !== undefined;
  }

  read(file: string): string | undefined {
    const absolute = this.locate(file);
    return absolute === undefined ? undefined : readFileSync(absolute, 'utf8');
  }

  /** Changes whenever the content does; undefined when there is no such file. */
  version(file: string): string | undefined {
    const absolute = this.locate(file);
    if (absolute === undefined) return undefined;
    const { mtimeMs, size } = statSync(absolute);
    return `${absolute} ${mtimeMs} ${size}`;
  }

  #own(clean: string): string | undefined {
    return this.#inside(this.#root, clean);
  }

  #packaged(clean: string): string | undefined {
    if (!clean.startsWith(npmFolder)) return undefined;
    const parts = splitPackagePath(clean.slice(npmFolder.length));
    const folder = parts && this.packages.find(parts.name)?.miniprogramFolder;
    return folder === undefined ? undefined : this.#inside(realpathSync(folder), parts?.rest ?? '');
  }

  #inside(folder: string, relative: string): string | undefined {
    try {
      const real = realpathSync(path.join(folder, relative));
      if (!real.startsWith(folder + path.sep) || !statSync(real).isFile()) return undefined;
      this.seen.add(real);
      return real;
    } catch {
      return undefined;
    }
  }
}
