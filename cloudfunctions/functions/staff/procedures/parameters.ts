import type { parametersProcedures } from '../../../contract/staff/parameters';
import { listParameters, requestChange } from '../../../domain/parameters/change';
import type { HandlersOf } from '../handler';
import { recordRequest } from './record-request';

export const parametersHandlers: HandlersOf<typeof parametersProcedures> = {
  'parameters.list': {
    access: 'member',
    read: ({ platform }) => listParameters(platform),
  },
  'parameters.requestChange': {
    access: 'member',
    write: async (transaction, call) => {
      const { platform, actor, input } = call;
      const request = { ...input, requesterId: actor.staffId };
      const { approvalId, payload } = await requestChange(transaction, platform, request);
      await recordRequest(transaction, call, {
        action: 'parameters.requestChange',
        target: `approval:${approvalId}`,
        after: payload,
        reason: input.reason,
      });
      return { approvalId };
    },
  },
};
