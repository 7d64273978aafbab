import type { Platform } from '../../platform';
import { intakeAccount, poolAccount } from './account-names';
import type { Entry } from './entry';
import type { DerivedFacts } from './holds/post-hold';
import { moveCredits } from './move-credits';

/** What a sealed day's intake holds of one origin, as the seal has counted it. */
export interface Intake {
  /** The day in the intake account's name. */
  day: string;
  origin: string;
  amount: number;
  /** The day whose seal counted it: entries that came late to `day` are counted, and moved, by a later seal. */
  sealedOn: string;
}

/**
 * Moves sealed carbon into the pool of its origin, where each gram gets the next number. Exactly once by day, origin and
 * seal; 6 database calls. Errors: `IDEMPOTENCY_CONFLICT` when that seal is said to have counted another amount.
 */
export function poolIntake(
  platform: Platform,
  { day, origin, amount, sealedOn }: Intake,
  facts: Omit<DerivedFacts, 'reason'>,
): Promise<Entry> {
  const key = `pooled:${origin}:${day}:${sealedOn}`;
  const move = {
    source: intakeAccount(day),
    destination: poolAccount(origin),
    kind: 'carbon' as const,
    origin,
    amount,
  };
  return moveCredits(platform, move, {
    ...facts,
    key,
    requestHash: platform.keyedDigest('ledger-pool-intake', JSON.stringify([key, amount])),
    reason: 'pooled',
    reference: { type: 'intake', id: day },
    commitment: null,
  });
}
