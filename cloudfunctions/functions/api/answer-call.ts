import type { CallAnswer } from '../../contract/envelope';
import type { Platform } from '../../platform';
import type { Caller } from '../../platform/caller';
import { answerClient } from '../answer-client';
import { apiProcedures } from './registry';
import { runCall } from './run-call';

/** Answers one call of a rider's mini-program. */
export const answerCall = (
  platform: Platform,
  caller: Caller,
  event: unknown,
): Promise<CallAnswer<unknown>> =>
  answerClient({ name: 'api', procedures: apiProcedures, run: runCall }, platform, caller, event);
