import type { onboardingActions, onboardingSteps } from '../../contract/riders';
import { collectionOf } from '../../platform';

/** One agreement to one version of the privacy guideline. */
export interface Consent {
  policyVersion: string;
  givenAtMs: number;
  withdrawnAtMs: number | null;
}

export interface Rider {
  /** The uid: random, so that it says nothing about the person. */
  _id: string;
  createdAtMs: number;
  /** Oldest first; the last one counts. */
  consents: Consent[];
  /** When the latest card was bound. Each binding writes it, so that a withdrawal at the same time conflicts with it. */
  lastBoundAtMs: number | null;
  /** Cards bound up to then are still to be unbound, because consent was withdrawn; null when none are. */
  unbindDueUpToMs: number | null;
  /** Until when the same person had another account, which is closed: nothing of that time is paid again. */
  earlierUntilMs?: number;
  /** The account is to be closed; null, or absent in documents from before, when it is not. */
  deletion?: Deletion | null;
}

/** How far an account is on its way to be closed. */
export interface Deletion {
  requestedAtMs: number;
  /** Until then the rider can call it off, and everything goes on as before. */
  dueAtMs: number;
  /** Since when it cannot be called off any more and nobody is led to this account; null before. */
  begunAtMs: number | null;
  /** Since when it has no card, so that no new ride can find it; null before. */
  cardsGoneAtMs: number | null;
}

/** What is left of an account that was closed: that it was. */
export interface ClosedRider {
  /** The uid, which no person leads to any more. */
  _id: string;
  requestedAtMs: number;
  closedAtMs: number;
}

/** The only place that knows which WeChat identity is which rider. */
export interface RiderIdentity {
  /** `wx:<openid>`. */
  _id: string;
  uid: string;
  createdAtMs: number;
  /** The request that made the rider: its repeats are told "new" as well. */
  createdByRequestId: string;
}

export const riders = collectionOf<Rider>('riders');
export const closedRiders = collectionOf<ClosedRider>('closed_riders');
export const riderIdentities = collectionOf<RiderIdentity>('rider_identities');

export const leftIdentities = collectionOf<LeftIdentity>('left_identities');

export const identityIdOf = (openid: string): string => `wx:${openid}`;

/**
 * That whoever comes with this WeChat identity had an account before, which is closed: for as long as something of that time
 * could be paid a second time. It names no rider.
 */
export interface LeftIdentity {
  /** Keyed digest of the identity. */
  _id: string;
  leftAtMs: number;
  expiresAtMs: number;
}

/** That a rider saw, skipped or did one step of the onboarding. Never changed: the first time is the one that counts. */
export interface OnboardingMark {
  /** `<uid>:<step>:<action>`: a mark exists once, and those of a rider can be found by their ids alone. */
  _id: string;
  uid: string;
  step: OnboardingStep;
  action: OnboardingAction;
  /** Beijing day of `atMs`, by which marks are counted. */
  day: string;
  atMs: number;
}

export type OnboardingStep = (typeof onboardingSteps)[number];
export type OnboardingAction = (typeof onboardingActions)[number];

export const onboardingMarks = collectionOf<OnboardingMark>('onboarding_marks');
