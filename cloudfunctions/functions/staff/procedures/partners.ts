import type { partnersProcedures } from '../../../contract/staff/partners';
import type { HandlersOf } from '../handler';

const unfinished = (): never => {
  throw new Error('This procedure is not there yet.');
};

export const partnersHandlers: HandlersOf<typeof partnersProcedures> = {
  'partners.list': { access: 'member', read: unfinished },
  'partners.requestChange': { access: 'member', write: unfinished },
  'partners.requestRotation': { access: 'member', write: unfinished },
  'partners.collectSecret': { access: 'member', write: unfinished },
  'partners.day': { access: 'member', read: unfinished },
};
