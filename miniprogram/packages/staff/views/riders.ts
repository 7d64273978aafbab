import { massText, thousands } from '../../../views/amounts';
import { beijingDay, dayText } from '../../../views/beijing-time';
import { modeName } from '../../../views/trip';
import type { Rider, RiderTrip } from '../services/riders';

const NUMBER_SHOWN = 8;

export interface RiderView {
  uid: string;
  /** What the rider reads out. */
  number: string;
  facts: { name: string; value: string }[];
  /** Carbon and bonus apart. */
  balances: { name: string; value: string; tone: 'carbon' | 'bonus'; note: string }[];
  cards: { key: string; name: string; since: string }[];
}

type Kind = Rider['balance']['carbon'];

const kindNote = ({ held, debt }: Kind): string =>
  [held > 0 ? `预留 ${thousands(held)}` : '', debt > 0 ? `待抵扣 ${thousands(debt)}` : '']
    .filter(Boolean)
    .join('，');

export function viewRider(rider: Rider, nowMs: number): RiderView {
  const today = beijingDay(nowMs);
  const dayOf = (atMs: number): string => dayText(beijingDay(atMs), today);
  const { carbon, bonus } = rider.balance;
  return {
    uid: rider.uid,
    number: rider.uid.slice(0, NUMBER_SHOWN),
    facts: [
      { name: '注册', value: dayOf(rider.sinceMs) },
      { name: '隐私保护指引', value: rider.consentGiven ? '已同意' : '未同意，行程不会记录' },
    ],
    balances: [
      { name: '减排积分', value: thousands(carbon.available), tone: 'carbon', note: kindNote(carbon) },
      { name: '奖励积分', value: thousands(bonus.available), tone: 'bonus', note: kindNote(bonus) },
    ],
    cards: rider.cards.map(({ partnerName, label, boundAtMs }) => ({
      key: `${partnerName}-${label}-${boundAtMs}`,
      name: `${partnerName} 尾号 ${label}`,
      since: `${dayOf(boundAtMs)}绑定`,
    })),
  };
}

const stateNames: Readonly<Record<string, string>> = {
  credited: '已入账',
  reversed: '已撤销',
  refused: '未入账',
  'waiting-binding': '等绑卡',
};

export interface RiderTripView {
  tripId: string;
  title: string;
  state: string;
  amount: string;
  /** It brought nothing. */
  isVoid: boolean;
  why: string;
  label: string;
}

export function viewRiderTrip(trip: RiderTrip, nowMs: number): RiderTripView {
  const title = `${dayText(trip.day, beijingDay(nowMs))} ${modeName(trip.mode)}`;
  const state = stateNames[trip.state] ?? trip.state;
  const amount = trip.state === 'credited' ? `+${thousands(trip.creditedGrams)}` : '0';
  const less = trip.creditedGrams < trip.grams ? `减排 ${massText(trip.grams)}` : '';
  return {
    tripId: trip.tripId,
    title,
    state: [state, less].filter(Boolean).join(' · '),
    amount,
    isVoid: trip.state !== 'credited' || trip.creditedGrams === 0,
    why: trip.explanation ?? '',
    label: [title, state, `${amount} 积分`, trip.explanation ?? ''].filter(Boolean).join('，'),
  };
}

/** What is wrong with a typed number; empty when it can be looked for. */
export const numberProblem = (number: string): string =>
  /^[0-9a-z]{8,26}$/.test(number) ? '' : '会员编号是 8–26 位字母和数字，在“我的”页可以看到';

/** People read numbers out in groups and in capitals. */
export const cleanNumber = (typed: string): string => typed.replace(/[\s-]/g, '').toLowerCase();
