import { Clock, ClockBackwardsError } from '../../../../local/cloud/clock/clock';
import { temporaryFolder } from '../test-cloud';

test('a clock that is told to reach a time that a tick has just passed stays where it is', () => {
  const clock = new Clock(temporaryFolder(), 1_000_000);
  const passed = clock.nowMs();
  const real = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(real + 5);
  clock.reach(passed);
  expect(clock.nowMs()).toBeGreaterThan(passed);
  expect(() => clock.moveTo(passed)).toThrow(ClockBackwardsError);
  jest.restoreAllMocks();
});

test('a clock reaches a time that lies ahead, and keeps it for the next start', () => {
  const folder = temporaryFolder();
  const clock = new Clock(folder, 1_000_000);
  clock.reach(9_000_000);
  expect(clock.nowMs()).toBeGreaterThanOrEqual(9_000_000);
  expect(new Clock(folder, undefined).nowMs()).toBeGreaterThanOrEqual(9_000_000);
});
