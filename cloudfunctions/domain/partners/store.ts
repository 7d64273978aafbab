import { collectionOf } from '../../platform';

/** A request that has been seen; kept until its timestamp alone would refuse it. */
export interface Nonce {
  /** `<partnerId>:<nonce>` */
  _id: string;
  expiresAtMs: number;
}

export const nonces = collectionOf<Nonce>('partner_nonces');
