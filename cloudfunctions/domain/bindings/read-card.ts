import type { Platform } from '../../platform';
import { riderTokens } from './store';
import { cardIdOf, type TokenReference, tokenIdOf } from './token';

/** What a partner may know of a card of his own. */
export interface CardState {
  cardId: string;
  /** Whether it belongs to a rider at the moment. */
  bound: boolean;
}

/** The state of a card, also of one that was never seen. One database call. */
export async function readCard(platform: Platform, reference: TokenReference): Promise<CardState> {
  const tokenId = tokenIdOf(platform, reference);
  const token = await platform.database.get(riderTokens, tokenId);
  return { cardId: cardIdOf(tokenId), bound: (token?.uid ?? null) !== null };
}
