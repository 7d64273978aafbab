import { collectionOf } from '../../platform';
import type { Kind } from '../ledger';
import type { Fund } from './fund';

/** `held`: it can be taken back. `given`: it is the fund's. `taken-back`: by the rider. `returned`: its time ran out. */
export type DonationState = 'held' | 'given' | 'taken-back' | 'returned';

/** What riders see of a donation; in the answer it is kept as it was when the request was answered. */
export interface DonationView {
  donationId: string;
  fundId: string;
  /** As it was when it was chosen. */
  fundName: string;
  amounts: Record<Kind, number>;
  state: DonationState;
  madeAtMs: number;
  /** Up to then at least it can be taken back. */
  thinkUntilMs: number;
  /** When it was given or came back; null while it is held. */
  endedAtMs: number | null;
}

export interface Donation extends Omit<DonationView, 'donationId'> {
  /** The key of the hold. */
  _id: string;
  uid: string;
  /** `<madeAtMs, 15 digits>-<random>`: sorts like the time and is never equal, so that pages neither skip nor repeat. */
  position: string;
  /** From when on the job gives it; null when nothing is to be done any more. */
  dueAtMs: number | null;
  /** The hold's. */
  deadlineMs: number;
}

export const donations = collectionOf<Donation>('donations');
export const funds = collectionOf<Fund>('donation_funds');

export const viewOf = ({
  _id,
  uid: _,
  position: _position,
  dueAtMs,
  deadlineMs,
  ...view
}: Donation): DonationView => ({
  donationId: _id,
  ...view,
});
