import { viewEndedTrip } from '../../../../miniprogram/packages/station/views/station-trip';

const fromMs = Date.parse('2026-11-20T08:00:00+08:00');
const paid = {
  tripId: 'own:station-code:a:b',
  state: 'paid' as const,
  from: '布吉',
  to: '福田',
  lines: ['14号线', '11号线'],
  fromMs,
  toMs: fromMs + 31 * 60_000,
  distanceMetres: 10_899,
  grams: 508,
  paidBonus: 254,
  cappedBy: null,
  reasons: [],
};

test.each([
  ['in full', {}, '+254', '同样的里程约减排 508 克，没有签名，发一半。'],
  ['in part', { paidBonus: 100, cappedBy: 'day' as const }, '+100', '已到当天上限，这一趟只发了一部分。'],
  ['nothing', { paidBonus: 0, cappedBy: 'month' as const }, '+0', '已到当月上限，这一趟没有再发积分。'],
])('a trip that was paid %s says so', (_, change, amount, note) => {
  const view = viewEndedTrip({ ...paid, ...change });
  expect(view).toMatchObject({ isPaid: true, amount, note, details: ['10.9 公里', '31 分钟'] });
  expect(view.later).toContain('不会重复发');
});

test('a trip that was refused says why, and that a signed ride still counts', () => {
  const view = viewEndedTrip({ ...paid, state: 'refused', paidBonus: 0, reasons: ['两次扫码隔得太近'] });
  expect(view).toMatchObject({
    isPaid: false,
    title: '这一趟没有记上',
    note: '',
    reasons: ['两次扫码隔得太近'],
  });
  expect(view.later).toContain('照样按核验过的减排量入账');
});
