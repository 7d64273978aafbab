import type { staffRidersProcedures } from '../../../contract/staff/riders';
import type { HandlersOf } from '../handler';

const unfinished = (): never => {
  throw new Error('This procedure is not there yet.');
};

export const ridersHandlers: HandlersOf<typeof staffRidersProcedures> = {
  'riders.find': { access: 'member', read: unfinished },
  'riders.trips': { access: 'member', read: unfinished },
};
