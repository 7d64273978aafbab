import type { fundsProcedures } from '../../../contract/staff/funds';
import { listAllFunds, requestFundChange } from '../../../domain/donations/change';
import type { HandlersOf } from '../handler';
import { recordRequest } from './record-request';

export const fundsHandlers: HandlersOf<typeof fundsProcedures> = {
  'funds.list': {
    access: 'member',
    read: async ({ platform }) => ({ funds: await listAllFunds(platform) }),
  },
  'funds.requestChange': {
    access: 'member',
    write: async (transaction, call) => {
      const { platform, actor, input } = call;
      const request = { ...input, requesterId: actor.staffId };
      const { approvalId } = await requestFundChange(transaction, platform, request);
      const { fundId, name: label, isOpen, reason } = input;
      await recordRequest(transaction, call, {
        action: 'funds.requestChange',
        target: `fund:${fundId}`,
        after: { approvalId, label, isOpen },
        reason,
      });
      return { approvalId };
    },
  },
};
