import type { Browser } from 'playwright-core';
import { measurePage } from '../../../local/audit/measure-page';
import { planVisits } from '../../../local/audit/visits';
import type { BenchContext, Measurement } from '../bench';

/** The official audit's limits are for a second and for a call; here they are for a whole first visit. */
const MOST_CALLS = 20;
const MOST_KILOBYTES = 100;
const KILOBYTE = 1024;

/** What each page hands over to its view until it stands still, components included: opened anew by a rider with trips. */
export async function measureSetData(
  context: BenchContext,
  browser: Browser,
  productUrl: string,
): Promise<Measurement[]> {
  const planned = await planVisits(context.root, productUrl);
  const riders = planned.filter(visit => !visit.isFirstEver);
  const visits = riders.slice(0, context.amount(riders.length));
  const measurements: Measurement[] = [];
  for (const [at, visit] of visits.entries()) {
    context.say(`setData, ${at + 1} of ${visits.length}: ${visit.page}`);
    const { setData: calls } = await measurePage(browser, productUrl, visit);
    const bytes = calls.reduce((sum, call) => sum + call.bytes, 0);
    const name = `pages/set-data/${visit.page}`;
    measurements.push(
      { name: `${name}/calls`, unit: 'calls', value: calls.length, goal: { atMost: MOST_CALLS } },
      { name: `${name}/size`, unit: 'KB', value: bytes / KILOBYTE, goal: { atMost: MOST_KILOBYTES } },
    );
  }
  return measurements;
}
