import { evalExpr } from 'mingo/core';
import {
  $dateFromString,
  $dateToString,
  $dayOfMonth,
  $dayOfWeek,
  $dayOfYear,
  $hour,
  $isoDayOfWeek,
  $isoWeek,
  $isoWeekYear,
  $millisecond,
  $minute,
  $month,
  $second,
  $year,
} from 'mingo/operators/expression/date';
import type { Options } from 'mingo/types';
import { isPlainObject } from '../plain-object';
import { requestFailed } from '../query-error';
import { type Expression, isMissing, soleOperand } from './evaluate';
import { instantOfLocal, timezoneOffsetMs } from './timezone';

type Fields = Record<string, unknown>;

function dateOf(document: unknown, operand: unknown, options: Options): unknown {
  const sole = soleOperand(operand);
  return evalExpr(document, isPlainObject(sole) && 'date' in sole ? sole.date : sole, options);
}

/** A part of a date is null where there is no date; mingo refuses instead. */
function nullForMissing(part: Expression): Expression {
  return (document, operand, options) =>
    isMissing(dateOf(document, operand, options)) ? null : part(document, soleOperand(operand), options);
}

const parts = {
  $year: nullForMissing($year as Expression),
  $month: nullForMissing($month as Expression),
  $dayOfMonth: nullForMissing($dayOfMonth as Expression),
  $dayOfWeek: nullForMissing($dayOfWeek as Expression),
  $dayOfYear: nullForMissing($dayOfYear as Expression),
  $hour: nullForMissing($hour as Expression),
  $minute: nullForMissing($minute as Expression),
  $second: nullForMissing($second as Expression),
  $millisecond: nullForMissing($millisecond as Expression),
  $isoDayOfWeek: nullForMissing($isoDayOfWeek as Expression),
  $isoWeek: nullForMissing($isoWeek as Expression),
  $isoWeekYear: nullForMissing($isoWeekYear as Expression),
};

/** `$week`: weeks begin on Sundays, days before the first one are in week 0. */
const week: Expression = (document, operand, options) => {
  const dayOfYear = Number(parts.$dayOfYear(document, operand, options)) - 1;
  const dayOfWeek = Number(parts.$dayOfWeek(document, operand, options)) - 1;
  return Math.floor((dayOfYear + 7 - dayOfWeek) / 7);
};

/** `$dateToString` with the format letters that mingo gives otherwise: %w, %U, %Z and %%. */
const dateToString: Expression = (document, operand, options) => {
  const spec = operand as Fields;
  const format = evalExpr(document, spec.format, options);
  if (typeof format !== 'string') return $dateToString(document as Fields, operand as never, options);
  const replaced = format.replace(/%[%wUZ]/g, letter => ownLetter(letter, document, spec, options));
  const written = $dateToString(document as Fields, { ...spec, format: replaced } as never, options);
  return typeof written === 'string' ? written.replaceAll(PERCENT, '%') : written;
};

/** Stands for a percent sign until mingo has read the format, because it drops `%%`. */
const PERCENT = '\0';

function ownLetter(letter: string, document: unknown, spec: Fields, options: Options): string {
  const operand = { date: spec.date, timezone: spec.timezone };
  const date = evalExpr(document, spec.date, options);
  if (letter === '%%') return PERCENT;
  if (!(date instanceof Date)) return letter;
  if (letter === '%w') return String(parts.$dayOfWeek(document, operand, options));
  if (letter === '%U') return String(week(document, operand, options)).padStart(2, '0');
  const minutes = timezoneOffsetMs(date, evalExpr(document, spec.timezone, options)) / 60_000;
  return `${minutes < 0 ? '-' : '+'}${String(Math.abs(minutes)).padStart(3, '0')}`;
}

const CALENDAR_PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'];
const WEEK_PARTS = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek', 'hour', 'minute', 'second', 'millisecond'];

/** `$dateFromParts`, from a calendar day or an ISO week; parts beyond their range carry over. */
const dateFromParts: Expression = (document, operand, options) => {
  const spec = operand as Fields;
  const isWeekDate = spec.isoWeekYear !== undefined;
  const names = isWeekDate ? WEEK_PARTS : CALENDAR_PARTS;
  const values = names.map((name, index) => partValue(document, spec[name], index < 3 ? 1 : 0, options));
  if (values.some(isMissing)) return null;
  const [year, second, day, ...time] = values as [number, number, number, number, number, number, number];
  const dayMs = isWeekDate ? isoWeekDayMs(year, second, day) : dayOf(year, second - 1, day);
  const [hour, minute, seconds, millisecond] = time;
  const localMs = dayMs + ((hour * 60 + minute) * 60 + seconds) * 1000 + millisecond;
  return instantOfLocal(localMs, evalExpr(document, spec.timezone, options));
};

function partValue(document: unknown, operand: unknown, unset: number, options: Options): unknown {
  if (operand === undefined) return unset;
  const value = evalExpr(document, operand, options);
  if (isMissing(value) || Number.isInteger(value)) return value;
  throw requestFailed(`$dateFromParts requires whole numbers, found: ${JSON.stringify(value)}`);
}

function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}

/** The first ISO week is the one with the fourth of January. */
function isoWeekDayMs(year: number, isoWeek: number, isoDayOfWeek: number): number {
  const fourth = new Date(dayOf(year, 0, 4));
  const weekday = fourth.getUTCDay() || 7;
  return dayOf(year, 0, 4 - weekday + 1 + (isoWeek - 1) * 7 + isoDayOfWeek - 1);
}

const DATE_TEXT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** `$dateFromString`: without a format the ISO forms are read here, the rest is mingo's. */
const dateFromString: Expression = (document, operand, options) => {
  const spec = operand as Fields;
  const value = evalExpr(document, spec.dateString, options);
  if (spec.format === undefined && typeof value === 'string') {
    const found = DATE_TEXT.exec(value.trim());
    if (found !== null) return dateOfMatch(found, evalExpr(document, spec.timezone, options));
  }
  const date = $dateFromString(document as Fields, operand as never, options);
  if (date === undefined) throw requestFailed(`Error parsing date string '${String(value)}'`);
  return date;
};

function dateOfMatch(found: RegExpExecArray, timezone: unknown): Date {
  const [, year, month, day, hour, minute, second, fraction, zone] = found;
  const millisecond = (fraction ?? '0').padEnd(3, '0');
  const time = [hour, minute, second, millisecond].map(part => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const localMs = Date.UTC(Number(year), Number(month) - 1, Number(day), ...time);
  return instantOfLocal(localMs, zone === 'Z' ? undefined : (zone ?? timezone));
}

export const DATES = {
  ...parts,
  $week: nullForMissing(week),
  $dateToString: dateToString,
  $dateFromParts: dateFromParts,
  $dateFromString: dateFromString,
};
