import type * as z from 'zod';
import { type earningProcedures, incentiveSources } from '../../../contract/earning';
import { type MintSum, readFirstDay, sumMints, userAccount } from '../../../domain/ledger';
import { type OwnSourceSum, sumOwnMonth } from '../../../domain/own-trips';
import { readFirstTripDay, sumRidesMonth } from '../../../domain/rides';
import { beijingDay } from '../../../platform/beijing-time';
import type { HandlersOf } from '../handler';

type Incentive = z.infer<(typeof earningProcedures)['earning.month']['output']>['incentives'][number];

/** The city of trips that do not name theirs: those from before there were partners of several cities. */
const CITY_VARIABLE = 'FIRST_PARTNER_CITY';

const MOST_LINES = 3;

/** Own trips know their sources themselves. */
const OWN_TRIP_MINT = 'mint:own-trip';

function sourceOf(mint: string): Incentive['source'] {
  const name = mint.slice('mint:'.length);
  return incentiveSources.find(source => source === name) ?? 'other';
}

/** What has been taken back altogether is no source of the month any more; what has no name is one together. */
function incentivesOf(own: readonly OwnSourceSum[], mints: readonly MintSum[]): Incentive[] {
  const sums = new Map<string, Incentive>();
  for (const { source, trips, bonus } of own) sums.set(source, { source, times: trips, credits: bonus });
  for (const { mint, entries, credits } of mints) {
    if (mint === OWN_TRIP_MINT) continue;
    const source = sourceOf(mint);
    const { times = 0, credits: before = 0 } = sums.get(source) ?? {};
    sums.set(source, { source, times: times + entries, credits: before + credits });
  }
  return [...sums.values()]
    .filter(({ credits }) => credits > 0)
    .sort((one, other) => other.credits - one.credits);
}

const firstOf = (...days: (string | null)[]): string | null =>
  days.filter(day => day !== null).sort()[0] ?? null;

export const earningHandlers: HandlersOf<typeof earningProcedures> = {
  'earning.month': {
    access: 'rider',
    run: async ({ platform, uid, input: { month } }) => {
      const account = userAccount(uid);
      const city = platform.variable(CITY_VARIABLE);
      const [{ lines, ...rides }, own, mints, firstTripDay, firstEntryDay] = await Promise.all([
        sumRidesMonth(platform, uid, { month, city }),
        sumOwnMonth(platform, uid, month),
        sumMints(platform, account, { month, kind: 'bonus' }),
        readFirstTripDay(platform, uid),
        readFirstDay(platform, account),
      ]);
      return {
        today: beijingDay(platform.nowMs()),
        firstDay: firstOf(firstTripDay, firstEntryDay),
        month,
        rides: { ...rides, lines: lines.slice(0, MOST_LINES) },
        incentives: incentivesOf(own, mints),
      };
    },
  },
};
