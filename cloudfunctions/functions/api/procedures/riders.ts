import type { ridersProcedures } from '../../../contract/riders';
import { unbindWithdrawn } from '../../../domain/bindings';
import { giveConsent, recordOnboarding, signIn, withdrawConsent } from '../../../domain/riders';
import { forgetSteps } from '../../../domain/steps';
import type { HandlersOf } from '../handler';

export const ridersHandlers: HandlersOf<typeof ridersProcedures> = {
  'riders.signIn': {
    access: 'visitor',
    run: ({ platform, openid, requestId }) => signIn(platform, { openid, requestId }),
  },
  'riders.giveConsent': {
    access: 'rider',
    run: ({ platform, uid, request, input }) => giveConsent(platform, { uid, request, ...input }),
  },
  'riders.withdrawConsent': {
    access: 'rider',
    // A repeat goes through cards and steps as well: the first try may have been cut off before it reached them.
    run: async ({ platform, uid, request }) => {
      const answer = await withdrawConsent(platform, { uid, request });
      await unbindWithdrawn(platform, uid);
      await forgetSteps(platform, uid);
      return answer;
    },
  },
  'riders.recordOnboarding': {
    access: 'consenting-rider',
    run: ({ platform, uid, input }) => recordOnboarding(platform, { uid, ...input }),
  },
};
