import { DAY_MS } from '../../../platform/beijing-time';
import type { ApplicationState, StaffApplication } from '../store';

/** Whom a chain has agreed to is to be let in while it still knows why; later he asks again. Our own judgement. */
export const OPEN_WITHIN_MS = 30 * DAY_MS;

/** What an application is at a time: one that was approved and never opened has ended by itself, whatever is written. */
export function stateAt(
  { state, approvedAtMs }: Pick<StaffApplication, 'state' | 'approvedAtMs'>,
  nowMs: number,
): ApplicationState {
  return state === 'approved' && nowMs >= (approvedAtMs ?? 0) + OPEN_WITHIN_MS ? 'expired' : state;
}
