import {
  addDays,
  addMonths,
  beijingDay,
  beijingMonth,
  DAY_MS,
  daysOfMonth,
  daysTouched,
  endOfMonthMs,
  isDay,
  startOfDayMs,
  weekOf,
} from '../../../cloudfunctions/platform/beijing-time';
import * as fc from '../../support/fast-check';

const at = (text: string): number => Date.parse(text);

test.each([
  ['2026-11-30T15:59:59.999Z', '2026-11-30', '2026-11'],
  ['2026-11-30T16:00:00.000Z', '2026-12-01', '2026-12'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01', '2027-01'],
  ['2028-02-28T16:00:00.000Z', '2028-02-29', '2028-02'],
])('%s lies in Beijing’s %s', (instant, day, month) => {
  expect([beijingDay(at(instant)), beijingMonth(at(instant))]).toEqual([day, month]);
});

test('days agree with the system’s time zone tables', () => {
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
  const instant = fc.integer({ min: at('1992-01-01T00:00:00Z'), max: at('2100-01-01T00:00:00Z') });
  fc.assert(fc.property(instant, atMs => beijingDay(atMs) === calendar.format(atMs)));
});

test('a day begins at its own midnight, in the first millisecond that lies in it', () => {
  const startMs = startOfDayMs('2026-11-10');
  expect(new Date(startMs).toISOString()).toBe('2026-11-09T16:00:00.000Z');
  expect([beijingDay(startMs - 1), beijingDay(startMs)]).toEqual(['2026-11-09', '2026-11-10']);
});

test.each([
  ['2026-11-10', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-11-31', false],
  ['2026-1-1', false],
  ['2026-11-10T00:00', false],
  ['', false],
])('%s is a day: %s', (text, expected) => expect(isDay(text)).toBe(expected));

test.each([
  ['2026-11-10', 7, '2026-11-17'],
  ['2026-11-28', 7, '2026-12-05'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-01', -1, '2026-02-28'],
])('%s and %i days is %s', (day, count, expected) => expect(addDays(day, count)).toBe(expected));

test.each([
  ['2026-11', 24, '2028-11'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-11', 0, '2026-11'],
  ['2026-11', 14, '2028-01'],
])('%s and %i months is %s', (month, count, expected) => expect(addMonths(month, count)).toBe(expected));

test('a month ends where the next one begins', () => {
  expect(beijingMonth(endOfMonthMs('2026-12') - 1)).toBe('2026-12');
  expect(beijingDay(endOfMonthMs('2026-12'))).toBe('2027-01-01');
});

const midnight = startOfDayMs('2026-11-10');
test.each([
  ['within a day', midnight + 1, midnight + 2, ['2026-11-10']],
  ['up to midnight, which belongs to the next day', midnight - 1, midnight, ['2026-11-09']],
  ['past midnight', midnight - 1, midnight + 1, ['2026-11-09', '2026-11-10']],
  ['two midnights', midnight - 1, midnight + DAY_MS + 1, ['2026-11-09', '2026-11-10', '2026-11-11']],
  ['nothing', midnight, midnight, ['2026-11-10']],
  ['less than nothing', midnight, midnight - DAY_MS, ['2026-11-10']],
])('days touched: %s', (_, fromMs, toMs, expected) => expect(daysTouched(fromMs, toMs)).toEqual(expected));

test.each([
  ['2026-11', 30],
  ['2026-12', 31],
  ['2026-02', 28],
  ['2028-02', 29],
])('%s has %d days, first to last', (month, count) => {
  const days = daysOfMonth(month);
  expect(days).toHaveLength(count);
  expect([days[0], days.at(-1)]).toEqual([`${month}-01`, `${month}-${count}`]);
});

test.each([
  ['2026-11-30', '2026-11-30', '2026-12-06'],
  ['2026-12-02', '2026-11-30', '2026-12-06'],
  ['2026-12-06', '2026-11-30', '2026-12-06'],
  ['2026-12-07', '2026-12-07', '2026-12-13'],
  ['2027-01-01', '2026-12-28', '2027-01-03'],
])('the week of %s runs from Monday %s to Sunday %s', (day, monday, sunday) => {
  const week = weekOf(day);
  expect(week).toHaveLength(7);
  expect([week[0], week[6]]).toEqual([monday, sunday]);
});
