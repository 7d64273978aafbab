import type { ProcedureOutput } from '../../../../cloudfunctions/contract/procedures';
import { type Copy, keepCopy } from '../../../services/offline-copy';
import { patiently } from '../../../services/patiently';
import { call } from '../../../services/rpc';
import type { PublicSeal } from './checks/seen-roots';

export type OpenLedger = ProcedureOutput<'openLedger.read'>;
export type SealsPage = ProcedureOutput<'openLedger.seals'>;
export type RetiredPage = ProcedureOutput<'openLedger.retired'>;

const SEALS_A_PAGE = 60;

/** The ledger as everybody is shown it: asked for by nobody in particular. */
export const openLedger = (): Promise<Copy<OpenLedger>> =>
  keepCopy('open-ledger', () => call('openLedger.read', {}));

/** What was retired before an instant, the latest first. */
export const retiredBefore = (before: number): Promise<RetiredPage> => call('openLedger.retired', { before });

/** Seals of the days before a day, the latest first. */
export const sealsBefore = (before: string | null): Promise<SealsPage> =>
  call('openLedger.seals', { limit: SEALS_A_PAGE, ...(before !== null && { before }) });

/** All seals back to that day and one before it, the latest first. */
export async function sealsBackTo(day: string): Promise<PublicSeal[]> {
  const seals: PublicSeal[] = [];
  let before: string | null = null;
  do {
    const from: string | null = before;
    const page: SealsPage = await patiently(() => sealsBefore(from));
    seals.push(...page.seals);
    before = page.nextBefore;
  } while (before !== null && before >= day);
  return seals;
}
