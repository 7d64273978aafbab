import type { Patch, Platform } from '../../platform';
import type { PersonalPart } from '../personal-parts';
import { collectExport } from './collect-export';
import { pathOf } from './export-files';
import { RETRY_AFTER_MS } from './request-export';
import { type ExportFile, type PersonalExport, personalExports } from './store';

/** Changes an export that is still being made; false when somebody has finished or ended it. */
function changeWhileMaking(
  platform: Platform,
  exportId: string,
  change: Patch<PersonalExport>,
): Promise<boolean> {
  return platform.database.transact(async transaction => {
    const found = await transaction.get(personalExports, exportId);
    if (found?.state !== 'making') return false;
    await transaction.update(personalExports, exportId, change);
    return true;
  });
}

/**
 * Makes the files of an export that was asked for, and answers whether they are there. Time that is up, a crash or another
 * caller at the same time do no harm: names are kept before files are written, equal names are the same files, and
 * whoever tries again writes over them. Nine database calls, and one for each page of what is kept.
 */
export async function makeExport(
  platform: Platform,
  parts: readonly PersonalPart[],
  exportId: string,
  deadlineMs: number,
): Promise<boolean> {
  const wanted = await platform.database.get(personalExports, exportId);
  if (wanted?.state !== 'making') return wanted?.state === 'ready';
  const texts = await collectExport(platform, parts, wanted, deadlineMs);
  if (texts === null) return false;
  const planned: ExportFile[] = texts.map(({ name }) => ({ name, bytes: 0, fileId: null }));
  const retryFromMs = Math.max(platform.nowMs() + RETRY_AFTER_MS, wanted.retryFromMs + 1);
  if (!(await changeWhileMaking(platform, exportId, { files: planned, retryFromMs }))) return false;
  const files: ExportFile[] = [];
  for (const { name, text } of texts) {
    const { id, bytes } = await platform.files.put(pathOf(exportId, name), text);
    files.push({ name, bytes, fileId: id });
  }
  return changeWhileMaking(platform, exportId, { state: 'ready', files, readyAtMs: platform.nowMs() });
}
