import type { bindingsProcedures } from '../../../contract/bindings';
import { type Binding, createCode, listBindings, removeBinding } from '../../../domain/bindings';
import { partnerName } from '../../../domain/partners';
import type { Platform } from '../../../platform';
import type { HandlersOf } from '../handler';

const named = async (platform: Platform, binding: Binding): Promise<Binding & { partnerName: string }> => ({
  ...binding,
  partnerName: await partnerName(platform, binding.partnerId),
});

export const bindingsHandlers: HandlersOf<typeof bindingsProcedures> = {
  'bindings.createCode': {
    access: 'consenting-rider',
    run: ({ platform, uid, request }) => createCode(platform, { uid, request }),
  },
  'bindings.list': {
    access: 'rider',
    run: async ({ platform, uid }) => {
      const bindings = await listBindings(platform, uid);
      return { bindings: await Promise.all(bindings.map(binding => named(platform, binding))) };
    },
  },
  'bindings.remove': {
    access: 'rider',
    run: ({ platform, uid, request, input }) => removeBinding(platform, { uid, request, ...input }),
  },
};
