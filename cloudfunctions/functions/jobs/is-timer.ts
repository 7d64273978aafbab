import type { Caller } from '../../platform/caller';
import { unit } from './unit';

/**
 * Any client can call any function with any event: only what WeChat says about the call counts, and it has to be this
 * function's own timer, called by nobody and through nothing.
 */
export function isTimer(caller: Caller, event: unknown): boolean {
  if (caller.source !== 'wx_trigger' || caller.openid !== null) return false;
  if (typeof event !== 'object' || event === null) return false;
  const { Type, TriggerName } = event as Record<string, unknown>;
  return Type === 'Timer' && TriggerName === unit.timer?.name;
}
