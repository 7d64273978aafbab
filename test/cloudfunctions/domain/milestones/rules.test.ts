import { milestones } from '../../../../cloudfunctions/domain/milestones';
import { reach } from '../../../../cloudfunctions/domain/milestones/rules';

const reached = (...days: [day: string, grams: number][]) => {
  const answer = reach(
    milestones,
    days.map(([day, grams]) => ({ day, grams })),
  );
  const passed = answer.milestones.filter(({ reachedDay }) => reachedDay !== null);
  return { grams: answer.grams, passed: passed.map(({ key, reachedDay }) => `${key} ${reachedDay}`) };
};

test('each is reached on the day on which the sum came past it, several at once where a day brought that much', () => {
  expect(reached()).toEqual({ grams: 0, passed: [] });
  expect(reached(['2026-11-01', 271])).toEqual({ grams: 271, passed: [] });
  expect(reached(['2026-11-01', 271], ['2026-11-03', 1])).toEqual({
    grams: 272,
    passed: ['car-km 2026-11-03'],
  });
  expect(reached(['2026-11-01', 300], ['2026-11-02', 5_800]).passed).toEqual([
    'car-km 2026-11-01',
    'kilowatt-hour 2026-11-02',
    'petrol-litre 2026-11-02',
    'tree-year 2026-11-02',
  ]);
});

test('they stand in the order of their grams, each with a title and a source of its own words', () => {
  const grams = milestones.map(milestone => milestone.grams);
  expect(grams).toEqual([...grams].sort((left, right) => left - right));
  expect(new Set(milestones.map(({ key }) => key)).size).toBe(milestones.length);
  for (const { source } of milestones) expect(source.length).toBeGreaterThan(15);
});

test('numbers that follow from others do', () => {
  const gramsOf = (key: string) => milestones.find(milestone => milestone.key === key)!.grams;
  // 0.5306 kg a kilowatt-hour; rounded up, so that nothing is reached too early.
  expect(gramsOf('kilowatt-hour')).toBe(Math.ceil(530.6));
  expect(gramsOf('hundred-kilowatt-hours')).toBe(100 * 530.6);
  // 8.887 kg a gallon of 3.785411784 litres.
  expect(gramsOf('petrol-litre')).toBe(Math.round(8_887 / 3.785411784));
  expect(gramsOf('petrol-tank')).toBe(50 * gramsOf('petrol-litre'));
  expect(gramsOf('tree-decade')).toBe(10 * gramsOf('tree-year'));
});
