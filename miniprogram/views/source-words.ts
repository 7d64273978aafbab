import type { EarningMonth } from '../services/earning';
import { ownSourceNames } from './own-trips';
import type { Entry } from './statement';
import { modeName, type Trip } from './trip';

/** What pays without a signature, in as few letters as a bubble has room for. A bonus each of them, never a reduction. */
const shortNames: Readonly<Record<string, string>> = {
  'bike-track': '骑行',
  'station-code': '扫码',
  'self-report': '申报',
  steps: '走路',
  plan: '计划',
  manual: '补发',
};

type IncentiveSource = EarningMonth['incentives'][number]['source'];

/** The same in full, and what its times are counted in. */
export const incentiveNames: Readonly<Record<IncentiveSource, { name: string; unit: string }>> = {
  'bike-track': { name: ownSourceNames['bike-track'], unit: '趟' },
  'station-code': { name: ownSourceNames['station-code'], unit: '趟' },
  'self-report': { name: ownSourceNames['self-report'], unit: '趟' },
  steps: { name: '走路', unit: '次入账' },
  plan: { name: '完成出行计划', unit: '份' },
  manual: { name: '客服补发', unit: '次' },
  other: { name: '其他奖励', unit: '次' },
};

/** An own trip's id names its source: `own:bike-track:…`. */
const sourceOf = ({ reason, reference }: Entry): string =>
  reference.type === 'own-trip' ? (reference.id.split(':')[1] ?? '') : reason;

/** Where a bonus is from: `骑行奖励`, and `奖励` for what has no word of its own. */
const bonusName = (entry: Entry): string => `${shortNames[sourceOf(entry)] ?? ''}奖励`;

/** `地铁`, and `出行` where the ride is not known here. */
const rideName = ({ reference }: Entry, trips: readonly Pick<Trip, 'tripId' | 'mode'>[]): string =>
  modeName(trips.find(({ tripId }) => tripId === reference.id)?.mode ?? '');

/**
 * What brought an entry's credits, in a word or two. A bonus always says that it is one, so that nobody takes it for a
 * reduction.
 * @param trips those that are known, which give carbon its way of travelling
 */
export const sourceName = (
  entry: Entry,
  kind: 'carbon' | 'bonus',
  trips: readonly Pick<Trip, 'tripId' | 'mode'>[],
): string => (kind === 'carbon' ? rideName(entry, trips) : bonusName(entry));
