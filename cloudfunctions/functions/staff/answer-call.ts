import type { CallAnswer } from '../../contract/envelope';
import type { Platform } from '../../platform';
import type { Caller } from '../../platform/caller';
import { answerClient } from '../answer-client';
import { consoleProcedures } from './registry';
import { runCall } from './run-call';

/** Answers one call of the console. */
export const answerCall = (
  platform: Platform,
  caller: Caller,
  event: unknown,
): Promise<CallAnswer<unknown>> =>
  answerClient({ name: 'staff', procedures: consoleProcedures, run: runCall }, platform, caller, event);
