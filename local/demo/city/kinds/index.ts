import type { KindName } from '../rider';
import { commuter } from './commuter';
import type { Kind } from './kind';
import { newcomer } from './newcomer';
import { occasional } from './occasional';
import { shiftWorker } from './shift-worker';
import { student } from './student';
import { tourist } from './tourist';
import { weekendFamily } from './weekend-family';

/** Everybody who lives in, or comes to, the demo city. */
export const kinds: readonly Kind[] = [
  commuter,
  shiftWorker,
  student,
  occasional,
  weekendFamily,
  tourist,
  newcomer,
];

export function kindOf(name: KindName): Kind {
  const kind = kinds.find(candidate => candidate.name === name);
  if (kind === undefined) throw new RangeError(`nobody is a ${name}`);
  return kind;
}

export type { DayOfMonth, Kind } from './kind';
