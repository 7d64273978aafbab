import { buildCity } from '../../../../local/demo/city/build-city';
import { readMetroNetwork } from '../../../../local/demo/city/read-metro-network';
import { stepsOf } from '../../../../local/demo/month/step';

const city = buildCity({ network: readMetroNetwork(process.cwd()), startDay: '2026-04-01' });
const steps = stepsOf(city);

test('everything happens in exactly one step, in its order, and never before its time', () => {
  expect(steps.flatMap(({ rides }) => rides)).toEqual(city.rides);
  expect(steps.flatMap(({ joins }) => joins)).toEqual(city.joins);
  expect(steps.flatMap(({ reversals }) => reversals)).toEqual(city.reversals);
  expect(steps.flatMap(({ gifts }) => gifts)).toEqual(city.gifts);
  expect(steps.flatMap(({ departures }) => departures)).toEqual(city.departures);
  for (const { untilMs, rides } of steps) {
    for (const { feedAtMs } of rides) expect(feedAtMs).toBeLessThanOrEqual(untilMs);
  }
});

test('steps follow each other to the end of the month, one a day and one for what the last evening leaves', () => {
  const times = steps.map(({ untilMs }) => untilMs);
  expect([...times].sort((left, right) => left - right)).toEqual(times);
  expect(new Set(times).size).toBe(times.length);
  expect(times.at(-1)).toBeGreaterThanOrEqual(city.endMs);
  expect(times.at(-1)).toBeLessThan(city.endMs + 3_600_000);
  expect(steps.map(({ day }) => day)).toEqual([...city.days.keys(), city.days.length - 1]);
});
