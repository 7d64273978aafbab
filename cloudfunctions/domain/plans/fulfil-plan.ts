import type { Platform, Transaction } from '../../platform';
import { addNotice } from '../inbox';
import { AccountBook, NO_ORIGIN, postCredit, userAccount } from '../ledger';
import { currentParameters, type Parameters } from '../parameters';
import type { Trip } from '../rides';
import { nextThoughtMs } from './look-times';
import { type Plan, plans } from './store';
import { termsOf } from './terms';
import { changeWeek, countOf, oneMore } from './week';

/** Of the entry that pays; random, as the plan's id is. */
const entryKeyOf = ({ _id }: Plan): string => `plan:${_id}`;

const payBonus = async (
  transaction: Transaction,
  platform: Platform,
  { plan, amount, parameters }: { plan: Plan; amount: number; parameters: Parameters },
): Promise<void> => {
  const { version, ledger } = parameters;
  const book = new AccountBook(transaction);
  const key = entryKeyOf(plan);
  await postCredit(
    transaction,
    await book.open(userAccount(plan.uid)),
    { kind: 'bonus', origin: NO_ORIGIN, amount, source: 'mint:plan' },
    {
      key,
      requestHash: platform.keyedDigest('plan', key),
      reason: 'plan',
      reference: { type: 'plan', id: plan._id },
      commitment: null,
      parametersVersion: version,
      nowMs: platform.nowMs(),
      answer: () => null,
    },
    { ...ledger, version },
  );
  await book.close();
};

/** Every trip that was found has fulfilled another plan already. */
class NoTripLeft extends Error {}

/** The plan's week with the trip in it, and what is to be paid: nothing beyond the plans of a day that are. */
async function enterTrip(
  transaction: Transaction,
  plan: Plan,
  found: readonly Trip[],
  parameters: Parameters,
) {
  const { bonus, paidADay } = termsOf(parameters);
  const entered = { trip: null as Trip | null, amount: 0 };
  await changeWeek(transaction, plan, week => {
    const trip = found.find(({ _id }) => !week.tripIds.includes(_id));
    if (!trip) throw new NoTripLeft();
    const isPaid = bonus > 0 && countOf(week.paid, plan.day) < paidADay;
    entered.trip = trip;
    entered.amount = isPaid ? bonus : 0;
    return {
      ...week,
      fulfilled: week.fulfilled + 1,
      paid: isPaid ? oneMore(week.paid, plan.day) : week.paid,
      tripIds: [...week.tripIds, trip._id],
    };
  });
  return { tripId: entered.trip!._id, amount: entered.amount };
}

/**
 * Gives one of the trips that were found to the plan, pays and tells, all in one transaction. Null when each of them has
 * fulfilled another plan; a plan that has ended meanwhile stays as it is. 8 database calls, one more once a minute.
 */
export async function fulfilPlan(
  platform: Platform,
  { _id }: Plan,
  found: readonly Trip[],
): Promise<Plan | null> {
  const parameters = await currentParameters(platform);
  try {
    return await platform.database.transact(async transaction => {
      const plan = await transaction.get(plans, _id);
      if (plan?.state !== 'kept') return plan;
      const { tripId, amount } = await enterTrip(transaction, plan, found, parameters);
      if (amount > 0) await payBonus(transaction, platform, { plan, amount, parameters });
      const endedAtMs = platform.nowMs();
      const end = {
        state: 'fulfilled' as const,
        tripId,
        bonus: amount,
        entryKey: amount > 0 ? entryKeyOf(plan) : null,
        endedAtMs,
        lookAtMs: nextThoughtMs(endedAtMs, endedAtMs),
      };
      await transaction.update(plans, _id, end);
      const { uid, day, mode } = plan;
      const said = { day, mode, bonus: amount };
      await addNotice(transaction, platform, { uid, template: 'plan-fulfilled', parameters: said });
      return { ...plan, ...end };
    });
  } catch (error) {
    if (error instanceof NoTripLeft) return null;
    throw error;
  }
}
