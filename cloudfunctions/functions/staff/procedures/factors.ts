import type { factorsProcedures } from '../../../contract/staff/factors';
import type { HandlersOf } from '../handler';

const unfinished = (): never => {
  throw new Error('This procedure is not there yet.');
};

export const factorsHandlers: HandlersOf<typeof factorsProcedures> = {
  'factors.list': { access: 'member', read: unfinished },
  'factors.checkImport': { access: 'member', read: unfinished },
  'factors.requestImport': { access: 'member', write: unfinished },
};
