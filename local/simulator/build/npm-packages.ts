import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AppFolder } from './app-folder';

/** A package in node_modules, as DevTools' "build npm" treats it. */
export interface NpmPackage {
  name: string;
  /** Absolute folder of the package. */
  folder: string;
  /** Absolute folder that becomes miniprogram_npm/<name>; undefined for plain packages, which are bundled. */
  miniprogramFolder: string | undefined;
}

/** Finds packages in the project's node_modules and remembers them. */
export class NpmPackages {
  readonly #known = new Map<string, NpmPackage | undefined>();

  constructor(private readonly app: AppFolder) {}

  find(name: string): NpmPackage | undefined {
    if (!this.#known.has(name)) this.#known.set(name, this.#look(name));
    return this.#known.get(name);
  }

  #look(name: string): NpmPackage | undefined {
    for (const base of [this.app.root, this.app.projectRoot]) {
      const folder = path.join(base, 'node_modules', name);
      if (existsSync(path.join(folder, 'package.json'))) return describe(name, folder);
    }
    return undefined;
  }
}

function describe(name: string, folder: string): NpmPackage {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    miniprogram?: unknown;
  };
  const { miniprogram } = manifest;
  const own = typeof miniprogram === 'string' ? path.join(folder, miniprogram) : undefined;
  const standard = path.join(folder, 'miniprogram_dist');
  const miniprogramFolder = own ?? (existsSync(standard) ? standard : undefined);
  return { name, folder, miniprogramFolder };
}

/** `@vant/weapp/button/index` → `@vant/weapp` and `button/index`; undefined where it cannot be a package. */
export function splitPackagePath(specifier: string): { name: string; rest: string } | undefined {
  const match = /^(@[^/]+\/[^/]+|[^./@][^/]*)(?:\/(.*))?$/.exec(specifier);
  return match === null ? undefined : { name: match[1] as string, rest: match[2] ?? '' };
}
