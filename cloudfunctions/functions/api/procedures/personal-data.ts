import type { personalDataProcedures } from '../../../contract/personal-data';
import { latestExport, makeExport, requestExport } from '../../../domain/personal-data';
import { cancelDeletion, readDeletion, requestDeletion } from '../../../domain/riders';
import { personalParts } from '../../personal-parts';
import type { HandlersOf } from '../handler';

/** Below what the phone waits for; what is not done by then the job does. */
const MAKING_MS = 10_000;

export const personalDataHandlers: HandlersOf<typeof personalDataProcedures> = {
  'personalData.read': {
    access: 'rider',
    run: async ({ platform, uid }) => {
      const counts = personalParts.map(async part => ({
        kind: part.kind,
        count: (await part.count?.(platform, uid)) ?? null,
      }));
      const [deletion, kinds] = await Promise.all([readDeletion(platform, uid), Promise.all(counts)]);
      return { kinds, deletion };
    },
  },
  'personalData.export': {
    access: 'rider',
    // A repeat goes on with what the first try asked for: it may have been cut off before the files were there.
    run: async ({ platform, uid, request }) => {
      const { exportId } = await requestExport(platform, { uid, request });
      await makeExport(platform, personalParts, exportId, platform.nowMs() + MAKING_MS);
      return { exportId };
    },
  },
  'personalData.latestExport': {
    access: 'rider',
    run: async ({ platform, uid }) => ({ export: await latestExport(platform, uid) }),
  },
  'personalData.requestDeletion': {
    access: 'rider',
    run: ({ platform, uid, request }) => requestDeletion(platform, { uid, request }),
  },
  'personalData.cancelDeletion': {
    access: 'rider',
    run: ({ platform, uid, request }) => cancelDeletion(platform, { uid, request }),
  },
};
