import {
  canHaveCome,
  isOpenForEntry,
  isOpenForExit,
  isScreenStepGood,
  placeProblem,
  SCREEN_STEP_MS,
  screenStepAt,
  timeProblem,
} from '../../../../cloudfunctions/domain/station-codes/rules';
import { beijing } from '../ledger/notation';

const at = (time: string): number => beijing(`2026-11-10 ${time}`);

test.each([
  ['at the station', 0, 20, null],
  ['at its farthest exit', 500, 20, null],
  ['a metre farther', 501, 20, 'TOO_FAR_FROM_STATION'],
  ['at home', 12_000, 20, 'TOO_FAR_FROM_STATION'],
  ['somewhere within half a kilometre', 100, 500, null],
  ['nobody knows where', 100, 501, 'LOCATION_UNSURE'],
  ['far away, nobody knows how far', 9_000, 2_000, 'LOCATION_UNSURE'],
])('somebody %s', (_name, metresAway, accuracyMetres, problem) => {
  expect(placeProblem(metresAway, accuracyMetres)).toBe(problem);
});

test.each([
  ['in 8 minutes, by train', 5_000, '08:00', '08:08', null],
  ['as fast as no train is', 40_000, '08:00', '08:29', 'IMPOSSIBLE_SPEED'],
  ['within a minute', 600, '08:00:00', '08:00:59', 'IMPOSSIBLE_SPEED'],
  ['one stop in a minute', 600, '08:00:00', '08:01:00', null],
  ['one stop, with half an hour of waiting', 1_000, '08:00', '08:36', null],
  ['one stop, with a meal in between', 1_000, '08:00', '08:37', 'TOO_SLOW'],
  ['the whole network, slowly', 60_000, '08:00', '11:59', null],
  ['with the last train', 20_000, '23:50', '24:40', null],
  ['when no train runs', 20_000, '23:50', '25:30', 'STATION_CLOSED'],
])('a way of some metres %s', (_name, metres, from, to, problem) => {
  const [fromMs, toMs] = [from, to].map(time => {
    const [hours, minutes, seconds = '0'] = time.split(':');
    return at('00:00') + (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1_000;
  });
  expect(timeProblem(metres, fromMs!, toMs!)).toBe(problem);
});

test.each([
  ['05:59', false, false],
  ['06:00', true, true],
  ['23:59', true, true],
  ['00:00', false, true],
  ['00:59', false, true],
  ['01:00', false, false],
])('at %s stations let somebody in: %s, and out: %s', (time, entry, exit) => {
  expect([isOpenForEntry(at(time)), isOpenForExit(at(time))]).toEqual([entry, exit]);
});

test('a code on a screen is good for its half minute and the next, and for clocks that differ a little', () => {
  const step = screenStepAt(at('08:00'));
  const good = [-2, -1, 0, 1, 2, 3].map(later =>
    isScreenStepGood(step, at('08:00') + later * SCREEN_STEP_MS),
  );
  expect(good).toEqual([false, true, true, true, false, false]);
});

test('nobody is at the other end of the city five minutes after he left a station', () => {
  expect(canHaveCome(10_000, 5 * 60_000)).toBe(true);
  expect(canHaveCome(10_001, 5 * 60_000)).toBe(false);
  expect(canHaveCome(0, 0)).toBe(true);
});
