import type { OfferState } from '../services/offering';
import type { AskedAnswer, Subscription } from '../services/subscriptions';

interface MessageWords {
  name: string;
  when: string;
  /** In the offer after something that the rider is glad of. */
  offer: string;
  /** Once it is allowed. */
  said: string;
}

/** What riders call the messages. */
export const messageWords: Readonly<Record<Subscription['key'], MessageWords>> = {
  'ride-credited': {
    name: '行程入账',
    when: '绑定的乘车卡有行程入账时，说是哪一程、多少克。',
    offer: '下次行程入账，要不要在微信里告诉您？',
    said: '好，下次入账时提醒您一次。',
  },
  'report-decided': {
    name: '申报审核结果',
    when: '截图申报的出行审核完时，说通没通过、给多少。',
    offer: '审核有结果时，要不要在微信里告诉您？',
    said: '好，审核完会提醒您。',
  },
};

const answerTexts: Readonly<Record<Exclude<AskedAnswer, 'accept'>, string>> = {
  reject: '没有开启。想要的时候，到「我的 → 微信提醒」。',
  ban: '微信暂停了这类提醒，过些天再试。',
  filter: '微信没有显示询问，请稍后再试。',
  off: '微信里的订阅消息总开关关着，打开后再试。',
};

/** Said after WeChat's window has closed. */
export const answerText = (key: Subscription['key'], answer: AskedAnswer): string =>
  answer === 'accept' ? messageWords[key].said : answerTexts[answer];

/** Where WeChat itself fails to ask. */
export const NOT_ASKED = '微信没有打开询问窗口，请再点一次。';

export interface ReminderView {
  key: Subscription['key'];
  name: string;
  when: string;
  left: number;
  leftText: string;
  ask: string;
}

/** For a row: `还可提醒 3 次`, or that there is none. */
export const leftText = (left: number): string => (left > 0 ? `还可提醒 ${left} 次` : '没有开启');

export function viewReminder({ key, left }: Subscription): ReminderView {
  const { name, when } = messageWords[key];
  return { key, name, when, left, leftText: leftText(left), ask: left > 0 ? '再加 1 次' : '提醒我 1 次' };
}

/** Of all messages together, for the row on 我的. */
export const leftOfAll = (messages: readonly Subscription[]): string => {
  const left = messages.reduce((sum, one) => sum + one.left, 0);
  return messages.length === 0 ? '' : leftText(left);
};

export interface OfferView {
  /** The question; empty where nothing is offered. */
  text: string;
  /** Stands in its place once there is an answer. */
  said: string;
  isBusy: boolean;
}

export const noOffer: OfferView = { text: '', said: '', isBusy: false };

/** After a failure the question stays, so that it can be tried again. */
export function viewOffer({ key, answer, isBusy }: OfferState): OfferView {
  if (answer === 'hidden') return noOffer;
  const { offer } = messageWords[key];
  if (answer === 'failed') return { text: NOT_ASKED, said: '', isBusy };
  return { text: offer, said: answer === null ? '' : answerText(key, answer), isBusy };
}
