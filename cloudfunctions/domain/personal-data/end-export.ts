import type { Platform } from '../../platform';
import { removeFiles } from './export-files';
import { personalExports } from './store';

/**
 * Removes an export with its files, and answers whether it is gone: not while somebody may be writing them. Marked first,
 * so that nobody begins to. Cut off anywhere it goes on the next time. Seven database calls.
 */
export async function endExport(platform: Platform, exportId: string): Promise<boolean> {
  const ended = await platform.database.transact(async transaction => {
    const found = await transaction.get(personalExports, exportId);
    if (!found) return null;
    if (found.state === 'making' && found.retryFromMs > platform.nowMs()) return 'writing';
    if (found.state !== 'ended') await transaction.update(personalExports, exportId, { state: 'ended' });
    return found;
  });
  if (ended === 'writing') return false;
  if (ended === null) return true;
  await removeFiles(platform, ended);
  await platform.database.removeWhere(personalExports, { _id: exportId });
  return true;
}
