import type { bindingsProcedures } from '../../../contract/bindings';
import { createCode, listBindings, removeBinding } from '../../../domain/bindings';
import type { HandlersOf } from '../handler';
import { partnerName } from '../partner-name';

export const bindingsHandlers: HandlersOf<typeof bindingsProcedures> = {
  'bindings.createCode': {
    access: 'consenting-rider',
    run: ({ platform, uid, request }) => createCode(platform, { uid, request }),
  },
  'bindings.list': {
    access: 'rider',
    run: async ({ platform, uid }) => {
      const bindings = await listBindings(platform, uid);
      return {
        bindings: bindings.map(one => ({ ...one, partnerName: partnerName(platform, one.partnerId) })),
      };
    },
  },
  'bindings.remove': {
    access: 'rider',
    run: ({ platform, uid, request, input }) => removeBinding(platform, { uid, request, ...input }),
  },
};
