import * as z from 'zod';

const versions = z.record(z.string(), z.string()).default({});

const lockedPackage = z.object({
  version: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  link: z.boolean().optional(),
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
  peerDependencies: versions,
});

const lockFile = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), lockedPackage) });

export type LockFile = z.infer<typeof lockFile>;

/** Parses package-lock.json; throws when it is not of version 3. */
export function readLockFile(text: string): LockFile {
  return lockFile.parse(JSON.parse(text));
}

/** The place in node_modules where Node finds a package that the code at `from` asks for. */
function installedAt(lock: LockFile, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (lock.packages[place] !== undefined) return place;
    if (folder === '') return undefined;
  }
}

/** Everything that the named packages bring along, themselves included, as places in node_modules. */
export function closureOf(lock: LockFile, names: string[]): string[] {
  const places = new Set<string>();
  const add = (from: string, wanted: string[]) => {
    for (const name of wanted) {
      const place = installedAt(lock, from, name);
      if (place !== undefined) places.add(place);
    }
  };
  add('', names);
  for (const place of places) {
    const found = lock.packages[place];
    add(place, Object.keys({ ...found?.dependencies, ...found?.optionalDependencies }));
  }
  return [...places].sort();
}

/** `node_modules/a/node_modules/@b/c` is the package `@b/c`. */
export function packageNameOf(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
