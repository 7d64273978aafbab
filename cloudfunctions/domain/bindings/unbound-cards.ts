import { type Platform, positionAt, sortableTime, type Transaction } from '../../platform';
import { DAY_MS } from '../../platform/beijing-time';
import { type RiderToken, type UnboundCard, unboundCards } from './store';
import { cardIdOf } from './token';

/** A partner who has not asked for that long asks for the state of his cards one by one. */
const KEPT_MS = 90 * DAY_MS;

const LISTED_AT_ONCE = 500;

/** What is being written may be given an earlier place than what is listed already; after this long nothing is. */
const SETTLED_MS = 60_000;

/** Leaves in the partner's feed that a rider has unbound his card, in the transaction that does it. One database call. */
export function tellPartner(transaction: Transaction, platform: Platform, token: RiderToken): Promise<void> {
  const atMs = platform.nowMs();
  const random = platform.randomId();
  return transaction.add(unboundCards, {
    _id: random,
    partnerId: token.partnerId,
    cardId: cardIdOf(token._id),
    atMs,
    position: positionAt(atMs, random),
    expiresAtMs: atMs + KEPT_MS,
  });
}

export interface UnboundCardsPage {
  unbound: Pick<UnboundCard, 'cardId' | 'atMs'>[];
  /** To go on after, also when it is all for now; as it was sent when there was nothing new. */
  nextAfter: string;
  more: boolean;
}

/**
 * Cards of a partner that riders have unbound, oldest first, those after a place in the feed; each a minute after it was
 * unbound, so that none is passed by. One database call.
 */
export async function listUnboundCards(
  platform: Platform,
  { partnerId, after }: { partnerId: string; after: string },
): Promise<UnboundCardsPage> {
  const settled = sortableTime(platform.nowMs() - SETTLED_MS);
  const found = await platform.database.find(unboundCards, {
    where: { partnerId, position: { above: after, below: settled } },
    orderBy: [['position', 'asc']],
    limit: LISTED_AT_ONCE,
  });
  return {
    unbound: found.map(({ cardId, atMs }) => ({ cardId, atMs })),
    nextAfter: found.at(-1)?.position ?? after,
    more: found.length === LISTED_AT_ONCE,
  };
}
