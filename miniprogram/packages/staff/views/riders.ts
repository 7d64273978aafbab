import { massText, thousands } from '../../../views/amounts';
import { beijingDay, dayText } from '../../../views/beijing-time';
import { closingDay, daysLeft } from '../../../views/leaving';
import { modeName } from '../../../views/trip';
import type { FoundRider, Rider, RiderTrip } from '../services/riders';

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

/** What customer service can tell somebody who has asked for the account to be closed. */
const deletionFact = (deletion: NonNullable<Rider['deletion']>, nowMs: number): string => {
  const requested = dayText(beijingDay(deletion.requestedAtMs), beijingDay(nowMs));
  const days = daysLeft(deletion, nowMs);
  const until = days === 0 ? '今天注销' : `${closingDay(deletion, nowMs)}注销`;
  return `${requested}申请，${until}；会员可在“隐私与我的数据”里取消`;
};

/** Of a closed account there is nothing to tell but that it was one. */
export const viewNobody = (
  closed: FoundRider['closed'],
  nowMs: number,
): { nobodyTitle: string; nobodyText: string } =>
  closed === null
    ? { nobodyTitle: '没有这个会员', nobodyText: '请会员再念一遍：在“我的”页，8 位数字和字母。' }
    : {
        nobodyTitle: `已在${dayText(beijingDay(closed.closedAtMs), beijingDay(nowMs))}注销`,
        nobodyText: '行程、消息和积分已按会员的申请删除，恢复不了。账本里只剩这个编号的记录。',
      };

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
      ...(rider.deletion ? [{ name: '注销', value: deletionFact(rider.deletion, nowMs) }] : []),
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
