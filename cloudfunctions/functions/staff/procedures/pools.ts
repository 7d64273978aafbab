import type { poolsProcedures } from '../../../contract/staff/pools';
import { listRetirements } from '../../../domain/retirements';
import { listPools, requestRetirement } from '../../../domain/retirements/change';
import type { HandlersOf } from '../handler';
import { recordRequest } from './record-request';

const RETIRED_SHOWN = 20;

export const poolsHandlers: HandlersOf<typeof poolsProcedures> = {
  'pools.list': {
    access: 'member',
    read: async ({ platform }) => {
      const [pools, { retired }] = await Promise.all([
        listPools(platform),
        listRetirements(platform, { limit: RETIRED_SHOWN }),
      ]);
      return { pools, retired };
    },
  },
  'pools.requestRetirement': {
    access: 'member',
    write: async (transaction, call) => {
      const { platform, actor, input } = call;
      const request = { ...input, requesterId: actor.staffId };
      const { approvalId } = await requestRetirement(transaction, platform, request);
      const { origin, amount, beneficiary, purpose, reason } = input;
      await recordRequest(transaction, call, {
        action: 'pools.requestRetirement',
        target: `pool:${origin}`,
        after: { approvalId, amount, beneficiary, purpose },
        reason,
      });
      return { approvalId };
    },
  },
};
