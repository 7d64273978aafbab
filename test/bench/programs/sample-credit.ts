import type { Credit, EntryFacts } from '../../../cloudfunctions/domain/ledger';

/** What a metro ride of ten kilometres is credited with, and the parameters of the first deployment. */
export const sampleCredit: Credit = {
  kind: 'carbon',
  origin: 'sz-2021:2026-11',
  amount: 467,
  source: 'mint:trip',
};

export const sampleParameters = { version: 1, expiryMonths: 24, reversalWindowDays: 7, lotLimit: 128 };

/** @param key unique; what is derived from a ride in the product is of the same length here */
export const sampleFacts = (key: string, nowMs: number): EntryFacts => ({
  key,
  requestHash: key.padStart(64, '0').slice(-64),
  reason: 'trip',
  reference: { type: 'trip', id: key },
  commitment: '0'.repeat(64),
  parametersVersion: sampleParameters.version,
  nowMs,
  answer: ({ balanceAfter }) => ({
    creditedGrams: sampleCredit.amount,
    availableCarbon: balanceAfter.carbon.available,
  }),
});
