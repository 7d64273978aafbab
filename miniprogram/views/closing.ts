import { thousands } from './amounts';
import type { Balance } from './balance';
import { closingDay, type Deletion, daysLeft } from './leaving';

export interface ClosingView {
  /** Days left; -1 when nothing was asked for. */
  days: number;
  day: string;
}

export const viewClosing = (deletion: Deletion | null, nowMs: number): ClosingView =>
  deletion === null
    ? { days: -1, day: '' }
    : { days: daysLeft(deletion, nowMs), day: closingDay(deletion, nowMs) };

export interface Loss {
  name: string;
  text: string;
}

const creditsLoss = ({ carbon, bonus }: Balance): string => {
  const parts = [
    ['减排积分', carbon.available + carbon.held, '进公共池，不再是您的'],
    ['奖励积分', bonus.available + bonus.held, '作废'],
  ] as const;
  const lost = parts.filter(([, amount]) => amount > 0);
  if (lost.length === 0) return '现在没有积分。';
  return `${lost.map(([name, amount, what]) => `${thousands(amount)} ${name}${what}`).join('；')}。找不回来，也不能转给别人。`;
};

/** What is lost when an account is closed, in words, with the rider's own numbers where they are known. */
export const lossesOf = ({ balance, cards }: { balance: Balance | null; cards: number | null }): Loss[] => [
  { name: '积分', text: balance === null ? '全部清空，找不回来，也不能转给别人。' : creditsLoss(balance) },
  { name: '乘车卡', text: cards === null || cards === 0 ? '全部解除绑定。' : `${cards} 张全部解除绑定。` },
  { name: '行程和消息', text: '全部删除，我们也恢复不了。' },
  { name: '再回来', text: '同一个微信再登录，是一个全新的账户。' },
];

/** What happens, as the stations of a line. */
export const closingStops = [
  { name: '今天', explanation: '申请注销。账户照常使用，行程照常入账。' },
  { name: '30 天内', explanation: '随时可以取消，什么都不会变。' },
  { name: '第 30 天', explanation: '账户注销。账本里只剩随机编号的记录，不再指向您。' },
];

export const closingQuestion = '30 天后积分清空、行程删除，找不回来。这 30 天里随时可以取消。';
