import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { distanceText, factorText, thousands } from './amounts';
import { beijingDay, clockText, nearDayText } from './beijing-time';
import { modeName } from './trip';

export type OwnTrip = ProcedureOutput<'ownTrips.list'>['trips'][number];
type Explanation = ProcedureOutput<'ownTrips.explain'>;

export const ownSourceNames: Readonly<Record<OwnTrip['source'], string>> = {
  'bike-track': '骑行轨迹',
  'station-code': '站点扫码',
  'self-report': '截图申报',
};

/** A row of the list of own trips. */
export interface OwnTripView {
  ownTripId: string;
  title: string;
  detail: string;
  amount: string;
  remark: string;
  /** Brought nothing that the rider has now: shown without colour. */
  isVoid: boolean;
  label: string;
}

const stateNames: Readonly<Record<OwnTrip['state'], string>> = {
  paid: '',
  refused: '未入账',
  replaced: '换成已核验的减排',
  elsewhere: '计入其他机制',
};

const capRemark = ({ cappedBy }: OwnTrip): string =>
  cappedBy === null ? '' : cappedBy === 'day' ? '已到每日上限' : '已到每月上限';

const timeText = (atMs: number, today: string): string =>
  `${nearDayText(beijingDay(atMs), today)}\u00a0${clockText(atMs)}`;

export function viewOwnTrip(trip: OwnTrip, today: string): OwnTripView {
  const title = `${ownSourceNames[trip.source]} · ${modeName(trip.mode)}`;
  const detail = `${distanceText(trip.distanceMetres)} · ${timeText(trip.fromMs, today)}`;
  const amount = trip.bonus > 0 ? `+${thousands(trip.bonus)}` : '0';
  const remark = stateNames[trip.state] || capRemark(trip);
  const label = `${title}，${detail}，${amount} 奖励积分${remark && `，${remark}`}`;
  return { ownTripId: trip.ownTripId, title, detail, amount, remark, isVoid: trip.bonus === 0, label };
}

/** One step of how a bonus came about. */
export interface OwnTripStep {
  name: string;
  value: string;
  source: string;
}

export interface OwnTripPageView {
  title: string;
  detail: string;
  amount: string;
  isVoid: boolean;
  /** What became of it, and what can be done; each a sentence or two. */
  words: string[];
  steps: OwnTripStep[];
  /** The signed ride that is in its place or its way; empty without one. */
  rideId: string;
  /** The own trip that has its time; empty without one. */
  otherId: string;
  /** Whether it can be declared as claimed elsewhere, or that be revoked. */
  isClaimable: boolean;
}

function wordsOf(trip: OwnTrip): string[] {
  const words = trip.reasons.map(({ text }) => `${text}。`);
  if (trip.cappedBy !== null) words.push(`${capRemark(trip)}，只付了上限以内的部分。`);
  if (trip.state === 'elsewhere') words.push('您已声明这次出行计入其他减排机制，这里不再计。');
  if (trip.replaced !== null) {
    const { takenBackBonus, waivedBonus } = trip.replaced;
    const waived = waivedBonus > 0 ? `，已用掉的 ${thousands(waivedBonus)} 不再追回` : '';
    words.push(
      `运营方核验了同一段时间的出行，已按核验结果计减排；收回 ${thousands(takenBackBonus)} 奖励积分${waived}。`,
    );
  }
  return words;
}

function stepsOf({ trip, factor }: Explanation): OwnTripStep[] {
  const distance = { name: '里程', value: distanceText(trip.distanceMetres), source: '' };
  if (factor === null) return [distance];
  const { reductionMilligramsPerKm, baselineMilligramsPerKm, emissionMilligramsPerKm, source } = factor;
  const milligrams =
    reductionMilligramsPerKm ?? Math.max(0, (baselineMilligramsPerKm ?? 0) - (emissionMilligramsPerKm ?? 0));
  return [
    distance,
    { name: '减排系数', value: factorText(milligrams), source },
    { name: '同样里程的减排', value: `${thousands(trip.grams)} 克`, source: '没有签名，不计入减排' },
    { name: '折半，向下取整', value: `${thousands(Math.floor(trip.grams / 2))} 奖励积分`, source: '' },
  ];
}

export function viewOwnTripPage(explanation: Explanation, today: string): OwnTripPageView {
  const { trip } = explanation;
  const { title, detail, amount, isVoid } = viewOwnTrip(trip, today);
  const { metBy, replaced } = trip;
  return {
    title,
    detail,
    amount,
    isVoid,
    words: wordsOf(trip),
    steps: stepsOf(explanation),
    rideId: replaced?.tripId ?? (metBy?.isSigned ? metBy.tripId : ''),
    otherId: metBy !== null && !metBy.isSigned ? metBy.tripId : '',
    isClaimable: trip.state === 'elsewhere' || trip.bonus > 0,
  };
}
