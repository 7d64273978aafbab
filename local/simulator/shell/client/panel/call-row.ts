import { secondText } from '../beijing-time';
import { element, icon } from '../element';
import type { CallRow } from './match-calls';

/** A call that takes longer makes people wait. */
const SLOW_CALL_MS = 400;

const TICK = 'M5 12.5 10 17.5 19 7.5';
const CROSS = 'M6.5 6.5l11 11M17.5 6.5l-11 11';

/** One line of the log: what was called, what came of it, and what it cost. */
export function callRow(row: CallRow): HTMLElement {
  const costs = [
    element('time', {}, secondText(row.atMs)),
    cost('小程序', milliseconds(row.appMs), (row.appMs ?? 0) > SLOW_CALL_MS),
    cost('云端', milliseconds(row.cloudMs), (row.cloudMs ?? 0) > SLOW_CALL_MS),
    cost('数据库', row.databaseCalls === null ? null : `${row.databaseCalls} 次`, false),
    cost('无索引', row.scans === 0 ? null : `${row.scans} 次`, true),
  ];
  return element(
    'li',
    {},
    callName(row.name),
    outcomeMark(row.outcome),
    element('span', { class: 'call-costs' }, ...costs),
  );
}

/** `api rides.list`, `jobs 定时`: the function in grey, as all of a phone's calls go to few of them. */
function callName(name: string): HTMLElement {
  const [first = '', ...rest] = name.split(' ');
  if (rest.length === 0) return element('span', { class: 'call-name' }, name);
  const called = element('span', { class: 'call-function' }, first);
  return element('span', { class: 'call-name' }, called, rest.join(' '));
}

/** Drawn; only a code that says more than "failed" is written as well. */
function outcomeMark(outcome: string): HTMLElement {
  const isGood = outcome === 'ok';
  const label = isGood ? '成功' : '失败';
  const code = isGood || outcome === 'fail' ? null : outcome;
  const mark = element(
    'span',
    { role: 'img', 'aria-label': label, title: label },
    icon(isGood ? TICK : CROSS, 14),
  );
  return element('span', { class: isGood ? 'call-outcome' : 'call-outcome bad' }, code, mark);
}

function cost(label: string, value: string | null, isDear: boolean): HTMLElement | null {
  return value === null ? null : element('span', { class: isDear ? 'dear' : 'cost' }, `${label} ${value}`);
}

const milliseconds = (value: number | null): string | null =>
  value === null ? null : `${Math.round(value)} ms`;
