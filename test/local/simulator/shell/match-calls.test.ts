import { matchCalls } from '../../../../local/simulator/shell/client/panel/match-calls';
import type { CallNote } from '../../../../local/simulator/shell/shell-contract';
import type { CloudCall } from '../../../../local/simulator/shell/simulator-contract';

const startMs = Date.UTC(2026, 10, 20);

const note = (name: string, atMs: number, ms = 100): CallNote => ({
  name,
  startedAtMs: startMs + atMs,
  ms,
  outcome: 'ok',
});

const record = (callId: string, atMs: number, part: Partial<CloudCall> = {}): CloudCall => ({
  at: new Date(startMs + atMs).toISOString(),
  callId,
  function: 'api',
  trigger: 'wx_client',
  ms: 12,
  waitedMs: 0,
  databaseCalls: 3,
  scansWithoutIndex: 0,
  outcome: 'ok',
  ...part,
});

const shown = (notes: CallNote[], records: CloudCall[]): unknown[] =>
  matchCalls(notes, records).map(({ name, appMs, cloudMs, isOwn }) => [name, appMs, cloudMs, isOwn]);

test('what the app sent and what the function did for it are one row', () => {
  expect(shown([note('api riders.signIn', 0)], [record('a', 40)])).toEqual([
    ['api riders.signIn', 100, 12, true],
  ]);
});

test('each record belongs to one call, the newest first', () => {
  const notes = [note('api rides.list', 0), note('api rides.summary', 20)];
  const records = [record('b', 60, { ms: 2 }), record('a', 50, { ms: 1 })];
  expect(shown(notes, records)).toEqual([
    ['api rides.summary', 100, 2, true],
    ['api rides.list', 100, 1, true],
  ]);
});

test.each([
  ['another function', record('a', 40, { function: 'jobs' }), 'jobs'],
  ['a timer', record('a', 40, { trigger: 'wx_trigger', function: 'jobs' }), 'jobs 定时'],
  ['an operator', record('a', 40, { trigger: 'wx_http', function: 'partner' }), 'partner HTTP 请求'],
  ['a call long after', record('a', 5000), 'api'],
])('%s has a row of its own, which is not this phone’s', (_, other, name) => {
  expect(shown([note('api rides.list', 0)], [other])).toContainEqual([name, null, 12, false]);
});

test('a call that the endpoint does not list yet is shown without its costs', () => {
  expect(shown([note('api rides.list', 0)], [])).toEqual([['api rides.list', 100, null, true]]);
});
