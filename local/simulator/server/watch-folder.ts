import { watch } from 'node:fs';

/** Editors write a file in several steps; what follows within this time belongs to the same save. */
const quietMs = 60;

/**
 * Tells when something in a folder or below it changes.
 * @returns stops it
 */
export function watchFolder(folder: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, (_, name) => {
    if (name !== null && /(^|[\\/])(node_modules|\.git)([\\/]|$)/.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, quietMs);
  });
  // A folder inside that vanishes while it is being watched is no reason to end the program.
  watcher.on('error', () => {});
  watcher.unref();
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
