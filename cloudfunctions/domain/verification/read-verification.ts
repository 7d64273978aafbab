import type { Platform } from '../../platform';
import {
  findings,
  type KeptFinding,
  type Totals,
  totals,
  type VerificationState,
  verificationState,
} from './store';

export const FINDINGS_SHOWN = 20;

export interface Verification {
  /** Of the last day that has been checked. */
  totals: Totals | null;
  whole: VerificationState | null;
  findings: KeptFinding[];
  findingCount: number;
}

/** The sums of the last checked day; null before the first. One database call. */
export async function lastTotals(platform: Platform): Promise<Totals | null> {
  const [last] = await platform.database.find(totals, {
    where: { _id: { above: '' } },
    orderBy: [['_id', 'desc']],
    limit: 1,
  });
  return last ?? null;
}

/** What the checks have seen last. Four database calls side by side. */
export async function readVerification(platform: Platform): Promise<Verification> {
  const [last, whole, found, findingCount] = await Promise.all([
    lastTotals(platform),
    platform.database.get(verificationState, 'state'),
    platform.database.find(findings, {
      where: { isPresent: true },
      orderBy: [['foundAtMs', 'asc']],
      limit: FINDINGS_SHOWN,
    }),
    platform.database.count(findings, { isPresent: true }),
  ]);
  return { totals: last, whole, findings: found, findingCount };
}
