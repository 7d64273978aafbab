import type { ProcedureOutput } from '../../contract/procedures';
import type { Platform } from '../../platform';
import { beijingDay } from '../../platform/beijing-time';
import { chooseFactorSet, listFactorSets, modeLabels } from '../factors';
import { networkOf } from '../network';
import { RAIL_MODE } from './judge-claim';
import { countMonth, monthLimit } from './month-room';
import { KEPT_DAYS, OLDEST_DAYS } from './rules';

type Terms = ProcedureOutput<'reports.terms'>;

const collator = new Intl.Collator('zh');

/** What may be declared here, and how many times more this month. One database call, one more a minute. */
export async function readTerms(
  platform: Platform,
  { uid, largestBytes }: { uid: string; largestBytes: number },
): Promise<Terms> {
  const city = platform.variable('FIRST_PARTNER_CITY');
  const today = beijingDay(platform.nowMs());
  const [sets, most, made] = await Promise.all([
    listFactorSets(platform, city),
    monthLimit(platform),
    countMonth(platform, uid, today.slice(0, 7)),
  ]);
  const network = networkOf(city);
  const rows = chooseFactorSet(sets, city, today)?.rows ?? [];
  return {
    city,
    modes: rows.map(({ mode }) => ({
      mode,
      label: modeLabels[mode],
      byStations: mode === RAIL_MODE && network !== undefined,
    })),
    stations: (network?.stations ?? []).map(({ name }) => name).sort(collator.compare),
    monthReports: most,
    leftThisMonth: Math.max(0, most - made),
    oldestDays: OLDEST_DAYS,
    keptDays: KEPT_DAYS,
    largestBytes,
  };
}
