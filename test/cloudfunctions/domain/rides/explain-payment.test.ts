import { rideRejections } from '../../../../cloudfunctions/contract/partner';
import { explainPayment, type Trip } from '../../../../cloudfunctions/domain/rides';

const trip = (change: object): Trip =>
  ({
    state: 'credited',
    creditedGrams: 41,
    cappedBy: null,
    reason: null,
    evidence: { grams: 41 },
    ...change,
  }) as Trip;

test('a trip that paid in full needs no word', () => {
  expect(explainPayment(trip({}))).toBeNull();
});

test.each<[string, object, RegExp]>([
  ['capped by the day, in part', { cappedBy: 'day', creditedGrams: 10 }, /^只入账 10 克：.*每天上限.*第二天/],
  ['capped by the month', { cappedBy: 'month', creditedGrams: 0 }, /^没有入账：.*每月上限.*下个月/],
  ['capped by its source', { cappedBy: 'source', creditedGrams: 0 }, /^没有入账：.*这类出行/],
  ['too short to weigh a gram', { evidence: { grams: 0 }, creditedGrams: 0 }, /不足 1 克/],
  ['reversed', { state: 'reversed', reason: '张三来电要求' }, /^运营方撤销[^张]*$/],
  ['waiting for its card', { state: 'waiting-binding' }, /自动补记/],
  ['only reversed so far', { state: 'waiting-ride', evidence: null }, /还没有收到/],
  ['refused for a reason of another release', { state: 'refused', reason: 'NEW' }, /联系乘车的运营方/],
  ['refused with a name of every object', { state: 'refused', reason: 'constructor' }, /联系乘车的运营方/],
])('a trip %s is explained', (_name, change, text) => {
  expect(explainPayment(trip(change))).toMatch(text);
});

test.each(Object.entries(rideRejections))('a trip refused as %s says why and what to do', (reason, text) => {
  const explanation = explainPayment(trip({ state: 'refused', reason }))!;
  expect(explanation.startsWith(`${text}。`)).toBe(true);
  expect(explanation.length).toBeGreaterThan(text.length + 8);
});
