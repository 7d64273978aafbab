import type { Entry } from '../ledger';

/** What a retirement says to everybody. It is in the entry itself, so that it is chained and sealed with the numbers. */
export interface Certificate {
  /** Whose emissions it makes good: an organisation or an event, never a person. */
  beneficiary: string;
  purpose: string;
}

/** What the entry of a retirement says; null where it says nothing. */
export function certificateOf({ answer }: Pick<Entry, 'answer'>): Certificate | null {
  if (answer === null || typeof answer !== 'object' || Array.isArray(answer)) return null;
  const { beneficiary, purpose } = answer;
  return typeof beneficiary === 'string' && typeof purpose === 'string' ? { beneficiary, purpose } : null;
}
