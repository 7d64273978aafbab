import type { auditProcedures } from '../../../contract/staff/audit';
import type { HandlersOf } from '../handler';

const unfinished = (): never => {
  throw new Error('This procedure is not there yet.');
};

export const auditHandlers: HandlersOf<typeof auditProcedures> = {
  'audit.search': { access: 'member', read: unfinished },
  'audit.export': { access: 'member', read: unfinished },
  'audit.chains': { access: 'member', read: unfinished },
  'audit.chain': { access: 'member', read: unfinished },
};
