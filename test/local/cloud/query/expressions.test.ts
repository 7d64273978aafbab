import { aggregate } from 'mingo';
import { cloneValue } from '../../../../local/cloud/query/clone-value';
import { runPipeline } from '../../../../local/cloud/query/run-pipeline';
import { AGREED, type Case, DIFFERENT, utc } from './expression-cases';

const DOCUMENT = {
  a: 1,
  s: '碳点点abc',
  arr: [1, 2, 3],
  nul: null,
  o: { x: 1, y: 2 },
  date: new Date('2026-01-04T10:20:30.456Z'),
  str: 'Hello World',
  nested: [{ b: 1 }, { b: 2 }],
};

function evaluated(expression: unknown): unknown {
  return runPipeline([DOCUMENT], [{ $project: { _id: 0, r: expression } }], () => [])[0]?.r;
}

function bareResult(expression: unknown): unknown {
  try {
    return aggregate([cloneValue(DOCUMENT)], [{ $project: { _id: 0, r: expression } }] as never)[0]?.r;
  } catch (error) {
    return error;
  }
}

const labelled = (cases: Case[]) =>
  cases.map(([expression, expected]) => [JSON.stringify(expression), expression, expected] as const);

test.each(labelled([...AGREED, ...DIFFERENT]))('%s', (_name, expression, expected) => {
  expect(evaluated(expression)).toEqual(expected);
});

test.each(labelled(DIFFERENT))('bare mingo fails: %s', (_name, expression, expected) => {
  expect(bareResult(expression)).not.toEqual(expected);
});

test('a local day in Beijing is the instant eight hours earlier', () => {
  const parts = { year: 2026, month: 2, day: 3, hour: 4, timezone: 'Asia/Shanghai' };
  expect(evaluated({ $dateFromParts: parts })).toEqual(utc('2026-02-02T20:00:00Z'));
  expect(evaluated({ $dateFromString: { dateString: '2026-01-02', timezone: '+08:00' } })).toEqual(
    utc('2026-01-01T16:00:00Z'),
  );
});

test.each<[string, unknown, string]>([
  ['a substring that cuts a character', { $substrBytes: ['$s', 1, 2] }, 'UTF-8'],
  ['a wrong number of arguments', { $eq: [1] }, '$eq takes'],
  ['an unknown operator', { $fly: 1 }, '$fly'],
  ['an unknown time zone', { $dateFromParts: { year: 2026, timezone: 'Moon/Base' } }, 'time zone'],
  ['a script', { $function: { body: 'x', args: [], lang: 'js' } }, '$function'],
])('refuses %s', (_name, expression, message) => {
  expect(() => evaluated(expression)).toThrow(message);
});
