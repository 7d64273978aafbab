import { Refusal } from '../../contract/errors';
import { type BooksReversalPayload, booksReversalPayload } from '../../contract/staff/payloads';
import type { Platform, Transaction } from '../../platform';
import type { ApprovalKind, EffectContext } from '../approvals';
import { addNotice } from '../inbox';
import {
  AccountBook,
  creditsOf,
  type Entry,
  hasEntry,
  isClosed,
  readEntry,
  reversalKey,
  reverseEntryWithin,
  userAccount,
} from '../ledger';
import { reverseOwnTripWithin } from '../own-trips';
import { currentParameters } from '../parameters';
import { reverseTripWithin } from '../rides';
import { agreeingSteps, DECIDE_WITHIN_MS } from './two-agree';

export const reversalTarget = (entryKey: string): string => `entry:${entryKey}`;

const creditedBy = (original: Entry): number =>
  creditsOf(original)
    .flatMap(({ lots }) => lots)
    .reduce((sum, lot) => sum + lot.amount, 0);

/** What no trip stands behind. Answers the amount. */
async function reverseAlone(
  transaction: Transaction,
  platform: Platform,
  original: Entry,
  facts: { nowMs: number; parametersVersion: number },
): Promise<number> {
  const book = new AccountBook(transaction);
  await reverseEntryWithin(book, original, {
    ...facts,
    requestHash: platform.keyedDigest('reversal', original._id),
    reason: 'entry-reversed',
    answer: () => ({ reversed: true }),
  });
  await book.close();
  return creditedBy(original);
}

/** What no ride stands behind, an own trip with its entry; the rider is told. */
async function reverseOther(
  transaction: Transaction,
  platform: Platform,
  { entryKey, uid }: BooksReversalPayload,
  facts: { nowMs: number; parametersVersion: number },
): Promise<void> {
  // It never changes, so it is read outside of the transaction.
  const original = await readEntry(platform, entryKey);
  if (!original) throw new Refusal('OVERTAKEN', { reason: '这笔入账已不存在' });
  const takeBack = original.reference.type === 'own-trip' ? reverseOwnTripWithin : reverseAlone;
  const amount = await takeBack(transaction, platform, original, facts);
  await addNotice(transaction, platform, { uid, template: 'entry-reversed', parameters: { amount } });
}

async function reverse(
  transaction: Transaction,
  platform: Platform,
  payload: BooksReversalPayload,
  { nowMs }: EffectContext,
): Promise<void> {
  const { version: parametersVersion } = await currentParameters(platform);
  const facts = { nowMs, parametersVersion };
  const { tripId } = payload;
  if (tripId === null) await reverseOther(transaction, platform, payload, facts);
  else await reverseTripWithin(transaction, platform, tripId, facts);
}

/**
 * Takes an entry of a rider back, with its ride where it is of one; two agree. The effect takes seven to twelve database
 * calls. `OVERTAKEN` when it was taken back meanwhile, by the partner for instance, or the rider is gone.
 */
export const booksReversalKind: ApprovalKind<BooksReversalPayload> = {
  kind: 'books.reversal',
  shape: booksReversalPayload,
  title: ({ tripId }) => (tripId === null ? '撤销一笔入账' : '撤销一趟出行的入账'),
  steps: agreeingSteps,
  decideWithinMs: DECIDE_WITHIN_MS,
  target: ({ entryKey }) => reversalTarget(entryKey),
  concerns: () => [],
  rider: ({ uid }) => uid,
  // A reversal has one key: of two effects at once the second finds it.
  base: async (reader, { entryKey, uid }) => {
    if (await hasEntry(reader, reversalKey(entryKey)))
      throw new Refusal('OVERTAKEN', { reason: '这笔入账已经撤销' });
    if (await isClosed(reader, userAccount(uid))) throw new Refusal('OVERTAKEN', { reason: '会员已注销' });
    return 'in force';
  },
  effect: async (transaction, platform, payload, context) => {
    await reverse(transaction, platform, payload, context);
    const { entryKey, uid, tripId } = payload;
    return {
      target: `rider:${uid}`,
      before: { entryDigest: entryKey, ofTrip: tripId !== null, state: 'credited' },
      after: { entryDigest: reversalKey(entryKey), ofTrip: tripId !== null, state: 'reversed' },
    };
  },
};
