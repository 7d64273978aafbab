import type { Platform } from '../../platform';
import type { Job } from '../jobs';
import type { PersonalPart } from '../personal-parts';
import { endExport } from './end-export';
import { makeExport } from './make-export';
import { personalExports } from './store';

const EXPORTS_A_STEP = 20;

/** One that cannot be handled holds up nobody else; the next run tries it again. */
async function handle(platform: Platform, exportId: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    platform.log('personal-data.export-failed', { exportId, problem: String(error) });
  }
}

const findUnfinished = (platform: Platform) =>
  platform.database.find(personalExports, {
    where: { state: 'making', retryFromMs: { upTo: platform.nowMs() } },
    orderBy: [['retryFromMs', 'asc']],
    limit: EXPORTS_A_STEP,
    fields: ['_id', 'expiresAtMs'],
  });

const findOver = (platform: Platform) =>
  platform.database.find(personalExports, {
    where: { expiresAtMs: { upTo: platform.nowMs() } },
    orderBy: [['expiresAtMs', 'asc']],
    limit: EXPORTS_A_STEP,
    fields: ['_id'],
  });

/**
 * Makes exports whose call was cut off, and removes with their files those that are over. What was handled is found no
 * more, so each run needs one step only.
 */
export const tendExports = (parts: readonly PersonalPart[]): Job => ({
  name: 'tend-exports',
  everyMs: 5 * 60_000,
  async step(platform, { deadlineMs }) {
    for (const { _id } of await findOver(platform)) {
      if (platform.nowMs() >= deadlineMs) return { cursor: null };
      await handle(platform, _id, () => endExport(platform, _id));
    }
    for (const { _id } of await findUnfinished(platform)) {
      if (platform.nowMs() >= deadlineMs) return { cursor: null };
      await handle(platform, _id, () => makeExport(platform, parts, _id, deadlineMs));
    }
    return { cursor: null };
  },
});
