import type { stepsProcedures } from '../../../contract/steps';
import { giveStepsConsent, readSteps, syncSteps, withdrawStepsConsent } from '../../../domain/steps';
import type { HandlersOf } from '../handler';

export const stepsHandlers: HandlersOf<typeof stepsProcedures> = {
  'steps.read': { access: 'rider', run: ({ platform, uid }) => readSteps(platform, uid) },
  'steps.giveConsent': {
    access: 'consenting-rider',
    run: ({ platform, uid, request, input }) => giveStepsConsent(platform, { uid, request, ...input }),
  },
  'steps.withdrawConsent': {
    access: 'rider',
    run: ({ platform, uid, request }) => withdrawStepsConsent(platform, { uid, request }),
  },
  'steps.sync': {
    access: 'consenting-rider',
    // The counts are read afterwards and not kept with the answer, so that a withdrawal deletes all of them.
    run: async ({ platform, uid, request, input: { cloudId } }) => {
      const paid = await syncSteps(platform, { uid, cloudId, request });
      return { ...(await readSteps(platform, uid)), ...paid };
    },
  },
};
