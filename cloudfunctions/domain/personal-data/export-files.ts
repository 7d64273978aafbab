import type { Platform } from '../../platform';
import type { PersonalExport } from './store';

/** Only who knows the random id finds the file, and the storage's rule keeps even him from it without an address. */
export const pathOf = (exportId: string, name: string): string => `personal-exports/${exportId}/${name}`;

/** The most that one call removes. */
const FILES_AT_ONCE = 50;

/**
 * Removes an export's files. One whose id is not known may have been written all the same: it is written over with
 * nothing, which tells the id.
 */
export async function removeFiles(platform: Platform, { _id, files }: PersonalExport): Promise<void> {
  const ids: string[] = [];
  for (const { name, fileId } of files)
    ids.push(fileId ?? (await platform.files.put(pathOf(_id, name), '')).id);
  for (let at = 0; at < ids.length; at += FILES_AT_ONCE) {
    await platform.files.remove(ids.slice(at, at + FILES_AT_ONCE));
  }
}
