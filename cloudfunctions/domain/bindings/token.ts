import type { Platform } from '../../platform';
import type { RiderToken } from './store';

export interface TokenReference {
  partnerId: string;
  /** As the partner writes it; it is kept nowhere. */
  riderToken: string;
}

/** The id of a token's document: without the environment's key nobody can test guesses of card numbers against it. */
export function tokenIdOf(platform: Platform, { partnerId, riderToken }: TokenReference): string {
  return `${partnerId}:${platform.keyedDigest('token', `${partnerId}\n${riderToken}`)}`;
}

/**
 * What a partner knows a card by when the product speaks of it: the digest of its token's id, the same for every binding
 * of the card. It tells nobody else which card it is.
 */
export const cardIdOf = (tokenId: string): string => tokenId.slice(tokenId.indexOf(':') + 1);

/** The last four characters, fewer of a short token: never more than half of it. */
export function labelOf(riderToken: string): string {
  const characters = [...riderToken];
  const shown = Math.min(4, Math.floor(characters.length / 2));
  return characters.slice(characters.length - shown).join('');
}

/** A token as it is first written, belonging to nobody. */
export function newRiderToken(platform: Platform, reference: TokenReference): RiderToken {
  return {
    _id: tokenIdOf(platform, reference),
    partnerId: reference.partnerId,
    uid: null,
    boundAtMs: null,
    lastUnboundAtMs: null,
    lastWaitAtMs: null,
    label: '',
    waiting: false,
    creditDueAtMs: null,
  };
}
