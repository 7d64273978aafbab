import { collectionOf } from '../../platform';

/** A request that has been seen; kept until its timestamp alone would refuse it. */
export interface Nonce {
  /** `<partnerId>:<nonce>` */
  _id: string;
  expiresAtMs: number;
}

/** `sandbox`: what he sends is checked and answered, and nothing of it is kept. `stopped`: as if he were unknown. */
export type PartnerState = 'sandbox' | 'live' | 'stopped';

/** A secret as it is stored: closed under `PARTNER_KEY`, bound to the partner. */
export interface SealedSecret {
  box: string;
  /** Its last four characters, by which people tell secrets apart. */
  ending: string;
}

export interface LiveSecret extends SealedSecret {
  sinceMs: number;
  /** Not good any more at this time; null while nothing replaces it. */
  endsAtMs: number | null;
}

/** Good already, so that every process knows it by the time it is fetched, but nobody has seen it yet. */
export interface NewSecret extends SealedSecret {
  madeAtMs: number;
  /** Not to be fetched, and not good any more, at this time. */
  collectByMs: number;
  /** The member of staff who asked for it and alone may fetch it. */
  requesterId: string;
}

/** A partner, from his first change in the console on; until then the environment's one has no document. */
export interface PartnerDocument {
  /** The partner's id. */
  _id: string;
  name: string;
  /** As in factor sets, e.g. `shenzhen`. */
  city: string;
  modes: string[];
  requestsAMinute: number;
  state: PartnerState;
  secrets: LiveSecret[];
  newSecret: NewSecret | null;
  /** Counts what was agreed to: approvals are given for the version that was shown. */
  version: number;
}

/** When a partner last sent something, to the minute; apart from the partner, so that nothing waits for it. */
export interface PartnerUse {
  /** The partner's id. */
  _id: string;
  lastRequestAtMs: number;
}

/** What a partner is to have tried before he goes live; what counts as each is in `trialSteps`. */
export type TrialStep = 'signed' | 'batch' | 'refusal' | 'card' | 'reversal' | 'day';

export interface TriedRequest {
  atMs: number;
  /** `POST rides` */
  route: string;
  /** `ok`, or the code of its refusal. */
  outcome: string;
  /** Of a batch: how many rides of it would have been taken, and the codes of the others. */
  accepted: number | null;
  rejected: string[];
}

/** What a partner has tried in the sandbox. */
export interface PartnerTrial {
  /** The partner's id. */
  _id: string;
  /** The latest ones, latest first. */
  requests: TriedRequest[];
  /** When he first came through each step. */
  passedAtMs: Partial<Record<TrialStep, number>>;
}

export const trials = collectionOf<PartnerTrial>('partner_trials');
export const nonces = collectionOf<Nonce>('partner_nonces');
export const partners = collectionOf<PartnerDocument>('partners');
export const partnerUses = collectionOf<PartnerUse>('partner_uses');
