import { startOfDayMs } from '../../../../local/demo/beijing-time';
import { type RideResult, rideText } from '../../../../local/demo/try/ride-text';

const atMs = startOfDayMs('2026-03-05') + 9 * 3_600_000;
const none = { available: 0, held: 0, debt: 0 };

const result: RideResult = {
  ticket: {
    ticketId: 't',
    riderToken: 'r',
    mode: 'metro',
    entry: { station: '布吉', atMs },
    exit: { station: '福田', atMs: atMs + 1_740_000 },
  },
  delivery: { accepted: 1, duplicate: 0, pending: 0, rejected: [] },
  trip: {
    tripId: 't',
    fromMs: atMs,
    toMs: atMs + 1_740_000,
    entry: { station: '布吉' },
    exit: { station: '福田' },
    distanceMetres: 10_880,
    grams: 508,
    creditedGrams: 508,
    cappedBy: null,
  },
  balance: { carbon: { ...none, available: 5647 }, bonus: none },
  otherOpenid: 'demo-commuter-002',
};

const refused = (code: string, message: string): RideResult => ({
  ...result,
  trip: undefined,
  delivery: { accepted: 0, duplicate: 0, pending: 0, rejected: [{ ticketId: 't', code, message }] },
});

test('a ride that was credited', () => {
  expect(rideText(result).split('\n')).toEqual([
    '行程：09:00 布吉 进站，09:29 福田 出站',
    '答复：已入账，布吉 → 福田 10.9 公里，减排 508 克，得 508 碳积分',
    '余额：碳积分 5,647',
  ]);
});

test('a ride above a cap says that not all was paid', () => {
  const trip = { ...result.trip!, creditedGrams: 100, cappedBy: 'day' };
  expect(rideText({ ...result, trip })).toContain('得 100 碳积分（已到积分上限）');
});

test('an overlap says when to try again and with whom instead', () => {
  const text = rideText(refused('OVERLAPS', '行程时间重叠'));
  expect(text).toContain('29 分钟后再试');
  expect(text).toContain('--rider demo-commuter-002');
});

test('any other refusal says its code and words', () => {
  expect(rideText(refused('SAME_STATION', '进出站为同一站'))).toContain('SAME_STATION：进出站为同一站');
});

test('a ride of a card that is not bound waits', () => {
  const delivery = { ...result.delivery, accepted: 0, pending: 1 };
  expect(rideText({ ...result, trip: undefined, delivery })).toContain('等待绑定');
  expect(rideText({ ...result, trip: undefined, delivery, balance: null })).toMatch(/还没有登录过.*$/);
});
