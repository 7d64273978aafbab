import type { Platform } from '../../../platform';
import { userAccount } from '../account-names';
import type { Entry } from '../entry';
import { entries } from '../store';
import { addEntry, newFlow, type OriginFlow } from './origin-flow';
import { type IntakeTrace, traceIntakes } from './trace-intakes';

/** What became of a rider's grams of one factor set and vintage. */
export interface OriginTrace extends Omit<OriginFlow, 'byIntake'> {
  origin: string;
  intakes: IntakeTrace[];
}

const ENTRIES_A_CALL = 1_000;
/** A person has some sixty entries a month: more than ten years. */
const MOST_CALLS = 10;

async function flowsOf(
  platform: Platform,
  account: string,
): Promise<{ flows: Map<string, OriginFlow>; isWhole: boolean }> {
  const flows = new Map<string, OriginFlow>();
  let afterSeq = 0;
  for (let call = 0; call < MOST_CALLS; call += 1) {
    const page: Pick<Entry, 'seq' | 'postings'>[] = await platform.database.find(entries, {
      where: { account, seq: { above: afterSeq } },
      orderBy: [['seq', 'asc']],
      limit: ENTRIES_A_CALL,
      fields: ['seq', 'postings'],
    });
    for (const entry of page) {
      addEntry(entry, account, origin => {
        const flow = flows.get(origin) ?? newFlow();
        flows.set(origin, flow);
        return flow;
      });
    }
    if (page.length < ENTRIES_A_CALL) return { flows, isWhole: true };
    afterSeq = page.at(-1)!.seq;
  }
  return { flows, isWhole: false };
}

/**
 * What became of a rider's grams, by origin, from his own entries and the numbers that pools gave to what left him. One
 * database call a thousand entries and two more when grams have left.
 */
export async function traceGrams(
  platform: Platform,
  uid: string,
): Promise<{ origins: OriginTrace[]; isWhole: boolean }> {
  const { flows, isWhole } = await flowsOf(platform, userAccount(uid));
  const intakes = await traceIntakes(
    platform,
    [...flows].flatMap(([origin, { byIntake }]) =>
      [...byIntake].map(([day, amount]) => ({ origin, day, amount })),
    ),
  );
  const origins = [...flows].map(([origin, { byIntake: _, ...flow }]) => ({
    origin,
    ...flow,
    intakes: intakes.byOrigin.get(origin) ?? [],
  }));
  return { origins, isWhole: isWhole && intakes.isWhole };
}
