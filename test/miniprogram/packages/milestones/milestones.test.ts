import { viewMilestones } from '../../../../miniprogram/packages/milestones/views/milestones';

const milestone = (key: string, grams: number, reachedDay: string | null) => ({
  key,
  title: key,
  grams,
  source: 'somewhere',
  reachedDay,
});
const today = '2026-11-12';

test('the line tells what was passed and when, and how far it is to the next station', () => {
  const { level, next, stations } = viewMilestones({
    today,
    grams: 3_000,
    milestones: [
      milestone('a', 1_000, '2026-11-01'),
      milestone('b', 5_000, null),
      milestone('c', 9_000, null),
    ],
  });
  expect([level, next]).toEqual(['第 1 站', '下一站：b，还差 2,000 克']);
  expect(stations.map(({ state, share, isReached, isNext }) => [state, share, isReached, isNext])).toEqual([
    ['11月1日到达', 100, true, false],
    ['还差 2,000 克', 50, false, true],
    ['', 0, false, false],
  ]);
});

test('before the first station it is the start, and after the last there is none to come', () => {
  const start = viewMilestones({ today, grams: 0, milestones: [milestone('a', 10, null)] });
  expect(start).toMatchObject({ level: '起点', isEmpty: true });
  const end = viewMilestones({ today, grams: 12, milestones: [milestone('a', 10, today)] });
  expect(end).toMatchObject({ level: '第 1 站', next: '每一站都到了', isEmpty: false });
});
