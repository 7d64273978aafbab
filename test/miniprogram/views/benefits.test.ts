import { cardsFor, questionBefore, viewBenefit, viewOffer } from '../../../miniprogram/views/benefits';

const NOW_MS = Date.parse('2026-11-22T10:00:00+08:00');

const offer = {
  offerId: 'bus-coupon',
  name: '公交 5 折券',
  description: '30 天内有效',
  price: 1_500,
  partnerId: 'bus',
  partnerName: '深圳公交',
  isExample: false,
};
const offers = {
  offers: [offer],
  cards: [
    { bindingId: 'b1', partnerId: 'metro', label: '0001' },
    { bindingId: 'b2', partnerId: 'bus', label: '0002' },
  ],
  ordersGoOn: true,
} as unknown as Parameters<typeof viewOffer>[0];
type Offer = Parameters<typeof viewOffer>[1];
type Benefit = Parameters<typeof viewBenefit>[0];

test.each([
  [1_500, offers, ''],
  [1_499, offers, '还差 1 积分'],
  [0, offers, '还差 1,500 积分'],
  [9_000, { ...offers, cards: [] }, '先绑定一张深圳公交的卡，权益发到卡上'],
])('with %i credits an offer of 1,500 says what it needs: %#', (available, known, obstacle) => {
  expect(viewOffer(known, offer as Offer, available)).toMatchObject({ price: '1,500 积分', obstacle });
});

test('only cards of the partner who gives it can have it', () => {
  expect(cardsFor(offers, offer as Offer).map(({ label }) => label)).toEqual(['0002']);
});

test('an example is called one, on the page and before the credits are set aside', () => {
  const example = { ...offer, isExample: true } as Offer;
  expect(viewOffer(offers, example, 2_000).giver).toBe('示例，运营方还没有签约');
  expect(questionBefore(example, '0002').content).toContain('不会真的发放');
  expect(questionBefore(offer as Offer, '0002')).toMatchObject({
    title: '用 1,500 积分换「公交 5 折券」？',
    content: expect.not.stringContaining('示例'),
  });
});

test.each([
  ['ordered', null, '今天 09:00 等运营方发放，卡尾号 0002'],
  ['given', null, '今天 09:30 已发放，卡尾号 0002'],
  ['refused', '本月已领完', '今天 09:30 没有发放，积分已退回（本月已领完），卡尾号 0002'],
  ['returned', null, '今天 09:30 一天内没有确认，积分已退回，卡尾号 0002'],
] as const)(
  'a benefit that is %s says since when, and what the partner wrote',
  (state, partnerNote, detail) => {
    const benefit = {
      benefitId: 'x',
      offerName: '公交 5 折券',
      amounts: { carbon: 1_200, bonus: 300 },
      state,
      orderedAtMs: NOW_MS - 3_600_000,
      endedAtMs: state === 'ordered' ? null : NOW_MS - 1_800_000,
      partnerNote,
      label: '0002',
    } as unknown as Benefit;
    expect(viewBenefit(benefit, NOW_MS)).toMatchObject({
      detail,
      amount: '1,500',
      isGiven: state === 'given',
    });
  },
);
