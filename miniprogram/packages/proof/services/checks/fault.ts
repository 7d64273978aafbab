import type { ReplayFaultCode } from '../../../../proof/replay';

/**
 * What a check of one's own account can find, besides what a replay knows of a single entry.
 * CUT_OFF: the account's last entries are missing; WRONG_ACCOUNT: the account's own document says other credits;
 * WRONG_SHOWN: the balance that pages show is another one; NOT_AS_SEALED: the entry is another one than was sealed;
 * NOT_IN_SEAL: it is of a sealed day and in no seal; WRONG_HEAD: the account's history is not the one that was sealed;
 * BAD_PROOF: what should prove it does not; ROOT_CHANGED: a root is not the one that this phone has seen before;
 * SEAL_GONE: a seal that this phone has seen is missing; SEALS_APART: a seal does not name the root of the day before;
 * HISTORY_CHANGED: an entry is not the one that this phone has seen before.
 */
export type OwnFaultCode =
  | ReplayFaultCode
  | 'CUT_OFF'
  | 'WRONG_ACCOUNT'
  | 'WRONG_SHOWN'
  | 'NOT_AS_SEALED'
  | 'NOT_IN_SEAL'
  | 'WRONG_HEAD'
  | 'BAD_PROOF'
  | 'ROOT_CHANGED'
  | 'SEAL_GONE'
  | 'SEALS_APART'
  | 'HISTORY_CHANGED';

/** The first thing that is wrong. What is not known, or is not about one entry, is null. */
export interface OwnFault {
  code: OwnFaultCode;
  /** The entry's number in the account. */
  seq: number | null;
  key: string | null;
  /** The entry's day, or the seal's. */
  day: string | null;
}

/** @param where what is known of it; fields of other things are left out */
export const fault = (
  code: OwnFaultCode,
  { seq = null, key = null, day = null }: Partial<Omit<OwnFault, 'code'>> = {},
): OwnFault => ({ code, seq, key, day });
