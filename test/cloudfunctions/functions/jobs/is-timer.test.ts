import { isTimer } from '../../../../cloudfunctions/functions/jobs/is-timer';
import type { Caller } from '../../../../cloudfunctions/platform/caller';

const timer: Caller = { openid: null, unionid: null, source: 'wx_trigger', address: '' };
const event = { Type: 'Timer', TriggerName: 'every-five-minutes', Time: '2026-11-10T00:00:00Z', Message: '' };

test('its own timer is let in', () => {
  expect(isTimer(timer, event)).toBe(true);
});

test.each<[string, Partial<Caller>, unknown]>([
  ['a phone with a timer’s event', { source: 'wx_client', openid: 'o1' }, event],
  ['a trigger with an openid', { openid: 'o1' }, event],
  ['a phone through another function', { source: 'wx_trigger,scf' }, event],
  ['HTTP', { source: 'wx_http' }, event],
  ['a call without a source', { source: '' }, event],
  ['another timer', {}, { ...event, TriggerName: 'nightly' }],
  ['another kind of event', {}, { ...event, Type: 'timer' }],
  ['no event', {}, undefined],
  ['a text', {}, 'Timer'],
])('%s is refused', (_name, caller, given) => {
  expect(isTimer({ ...timer, ...caller }, given)).toBe(false);
});
