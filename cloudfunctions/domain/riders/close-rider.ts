import type { Platform, Transaction } from '../../platform';
import { noteLeft } from './left-identity';
import { isClosing, withdrawal } from './rules';
import { closedRiders, type Deletion, type Rider, riderIdentities, riders } from './store';

/** Riders whose time to think again is over, in the order of their ids after `cursor`. One call. */
export async function ridersDueForClosing(
  platform: Platform,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<string[]> {
  const found = await platform.database.find(riders, {
    where: {
      'deletion.dueAtMs': { above: 0, upTo: platform.nowMs() },
      ...(cursor !== null && { _id: { above: cursor } }),
    },
    orderBy: [['_id', 'asc']],
    limit,
    fields: ['_id'],
  });
  return found.map(rider => rider._id);
}

/** A transaction's change of how far the closing is; what is so already is left alone. */
async function changeDeletion(
  transaction: Transaction,
  rider: Rider & { deletion: Deletion },
  change: Partial<Deletion>,
  more: Partial<Pick<Rider, 'consents' | 'unbindDueUpToMs'>> = {},
): Promise<Deletion> {
  const deletion = { ...rider.deletion, ...change };
  await transaction.update(riders, rider._id, { ...more, deletion });
  return deletion;
}

const isLeaving = (rider: Rider | null): rider is Rider & { deletion: Deletion } =>
  rider !== null && (rider.deletion ?? null) !== null;

/**
 * From here on there is no way back: the WeChat identity leads to nobody, so the same person would be a new rider; consent
 * is withdrawn, so that no card can be bound, and the cards are due to be unbound. Null when the rider has called it off
 * or is closed already. Eight database calls, four when it had begun.
 */
export async function beginClosing(platform: Platform, uid: string): Promise<Deletion | null> {
  // An identity is never given to another rider, and one that is made later is another person's beginning.
  const identities = await platform.database.find(riderIdentities, {
    where: { uid },
    limit: 2,
    fields: ['_id'],
  });
  return platform.database.transact(async transaction => {
    const rider = await transaction.get(riders, uid);
    const nowMs = platform.nowMs();
    if (!isLeaving(rider) || rider.deletion.dueAtMs > nowMs) return null;
    if (isClosing(rider)) return rider.deletion;
    for (const { _id } of identities) {
      await transaction.remove(riderIdentities, _id);
      await noteLeft(transaction, platform, _id, nowMs);
    }
    return changeDeletion(transaction, rider, { begunAtMs: nowMs }, withdrawal(rider, nowMs) ?? {});
  });
}

/** Notes that the account has no card any more, and since when. Three or four database calls. */
export function recordCardsGone(platform: Platform, uid: string): Promise<number | null> {
  return platform.database.transact(async transaction => {
    const rider = await transaction.get(riders, uid);
    if (!isLeaving(rider) || !isClosing(rider)) return null;
    const known = rider.deletion.cardsGoneAtMs;
    if (known !== null) return known;
    return (await changeDeletion(transaction, rider, { cardsGoneAtMs: platform.nowMs() })).cardsGoneAtMs;
  });
}

/**
 * The last step, when everything else is gone: of the rider stays that there was one. Twice is harmless. Five database
 * calls.
 */
export async function finishClosing(platform: Platform, uid: string): Promise<void> {
  await platform.database.transact(async transaction => {
    const rider = await transaction.get(riders, uid);
    if (!isLeaving(rider) || !isClosing(rider)) return;
    const { requestedAtMs } = rider.deletion;
    await transaction.remove(riders, uid);
    await transaction.add(closedRiders, { _id: uid, requestedAtMs, closedAtMs: platform.nowMs() });
  });
}
