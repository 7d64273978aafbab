import type { parametersProcedures } from '../../../contract/staff/parameters';
import type { HandlersOf } from '../handler';

const unfinished = (): never => {
  throw new Error('This procedure is not there yet.');
};

export const parametersHandlers: HandlersOf<typeof parametersProcedures> = {
  'parameters.list': { access: 'member', read: unfinished },
  'parameters.requestChange': { access: 'member', write: unfinished },
};
