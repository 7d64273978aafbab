import type { ProcedureOutput } from '../../../../cloudfunctions/contract/procedures';
import { type Copy, keepCopy } from '../../../services/offline-copy';
import { call } from '../../../services/rpc';

export type OwnGrams = ProcedureOutput<'ledger.provenance'>;

/** What became of the rider's own grams. */
export const ownGrams = (): Promise<Copy<OwnGrams>> =>
  keepCopy('own-grams', () => call('ledger.provenance', {}));
