import type { merchantsProcedures } from '../../../contract/staff/merchants';
import { listMerchants, requestSettlement } from '../../../domain/settlements';
import type { HandlersOf } from '../handler';
import { recordRequest } from './record-request';

export const merchantsHandlers: HandlersOf<typeof merchantsProcedures> = {
  'merchants.list': {
    access: 'member',
    read: async ({ platform }) => ({ merchants: await listMerchants(platform) }),
  },
  'merchants.requestSettlement': {
    access: 'member',
    write: async (transaction, call) => {
      const { platform, actor, input } = call;
      const request = { ...input, requesterId: actor.staffId };
      const { approvalId } = await requestSettlement(transaction, platform, request);
      const { merchantId, amount, voucher, reason } = input;
      await recordRequest(transaction, call, {
        action: 'merchants.requestSettlement',
        target: `account:merchant:${merchantId}`,
        after: { approvalId, amount, voucher },
        reason,
      });
      return { approvalId };
    },
  },
};
