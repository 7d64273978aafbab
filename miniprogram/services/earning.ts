import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { type Copy, keepCopy } from './offline-copy';
import { call } from './rpc';

export type EarningMonth = ProcedureOutput<'earning.month'>;

/** A month by way of travelling and by source. Throws `ServiceError`. */
export const earningMonth = (month: string): Promise<Copy<EarningMonth>> =>
  keepCopy(`earning-month:${month}`, () => call('earning.month', { month }));
