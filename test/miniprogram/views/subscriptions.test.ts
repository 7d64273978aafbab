import { messageKeys } from '../../../cloudfunctions/contract/subscriptions';
import { leftOfAll, messageWords, viewOffer, viewReminder } from '../../../miniprogram/views/subscriptions';

const message = {
  key: 'ride-credited' as const,
  templateId: 'T',
  left: 3,
  mayOffer: false,
  latestAnswer: 'accept' as const,
};

test('every message has words of its own', () => {
  expect(Object.keys(messageWords)).toEqual([...messageKeys]);
});

test.each([
  [3, '还可提醒 3 次', '再加 1 次'],
  [0, '没有开启', '提醒我 1 次'],
])('%d left is said so, with what can be done', (left, leftText, ask) => {
  expect(viewReminder({ ...message, left })).toMatchObject({ left, leftText, ask, name: '行程入账' });
});

test.each(messageKeys)('an accept of %s is answered in its own words', key => {
  expect(viewOffer({ key, answer: 'accept', isBusy: false }).said).toBe(messageWords[key].said);
});

test('the row on 我的 sums all messages, and says nothing where there are none', () => {
  expect(leftOfAll([message, message])).toBe('还可提醒 6 次');
  expect(leftOfAll([{ ...message, left: 0 }])).toBe('没有开启');
  expect(leftOfAll([])).toBe('');
});

test.each([
  [null, '下次行程入账，要不要在微信里告诉您？', ''],
  ['accept', '下次行程入账，要不要在微信里告诉您？', '好，下次入账时提醒您一次。'],
  ['off', '下次行程入账，要不要在微信里告诉您？', '微信里的订阅消息总开关关着，打开后再试。'],
  ['failed', '微信没有打开询问窗口，请再点一次。', ''],
  ['hidden', '', ''],
] as const)('an offer after %p', (answer, text, said) => {
  expect(viewOffer({ key: 'ride-credited', answer, isBusy: false })).toEqual({ text, said, isBusy: false });
});
