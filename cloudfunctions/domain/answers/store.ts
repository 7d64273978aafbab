import { collectionOf } from '../../platform';

/** What a mutating request was answered with, written together with its effect. */
export interface StoredAnswer {
  /** `<procedure>:<uid>:<requestId>`. */
  _id: string;
  requestHash: string;
  answer: unknown;
  expiresAtMs: number;
}

export const answers = collectionOf<StoredAnswer>('answers');
