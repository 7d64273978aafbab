import { countAuditDay, firstAuditDay, listAuditDay } from '../audit';
import type { SealedLog } from './sealed-log';

/** The audit log, each day in the order of its time line. */
export const auditLog: SealedLog = {
  kind: 'audit',
  list: async (platform, day, after, limit) =>
    (await listAuditDay(platform, day, { after, limit })).map(({ _id, timeline, chain }) => ({
      place: timeline,
      key: _id,
      links: chain,
      flows: [],
      intakes: [],
    })),
  count: countAuditDay,
  firstDay: firstAuditDay,
};
