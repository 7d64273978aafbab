import type { auditProcedures } from '../../../contract/staff/audit';
import { exportAudit, listChains, readChain, searchAudit } from '../../../domain/audit';
import { namesOf } from '../../../domain/staff';
import type { HandlersOf } from '../handler';

export const auditHandlers: HandlersOf<typeof auditProcedures> = {
  'audit.search': {
    access: 'member',
    read: async ({ platform, input: { cursor, limit, ...filter } }) => {
      const { entries, nextCursor } = await searchAudit(platform, filter, { cursor, limit });
      const names = await namesOf(platform, [...new Set(entries.map(({ actorId }) => actorId))]);
      return { entries, names, nextCursor };
    },
  },
  'audit.export': {
    access: 'member',
    read: ({ platform, input: { cursor, format, ...filter } }) =>
      exportAudit(platform, filter, { cursor, format }),
  },
  'audit.chains': {
    access: 'member',
    read: ({ platform, input }) => listChains(platform, input),
  },
  'audit.chain': {
    access: 'member',
    read: ({ platform, input }) => readChain(platform, input),
  },
};
