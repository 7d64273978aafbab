import {
  checkFactorImport,
  listFactorSets,
  requestFactorImport,
} from '../../../../miniprogram/packages/staff/services/factors';
import {
  listParameters,
  requestParameterChange,
} from '../../../../miniprogram/packages/staff/services/parameters';
import {
  collectSecret,
  listPartners,
  partnerDay,
  requestPartnerChange,
  requestRotation,
} from '../../../../miniprogram/packages/staff/services/partners';
import { findRider, riderTrips } from '../../../../miniprogram/packages/staff/services/riders';
import { type FakeWx, installFakeWx, ok, refused } from '../../services/fake-wx';

let fake: FakeWx;
beforeEach(() => {
  fake = installFakeWx();
  fake.answer = () => ok({ sets: ['set'], rider: null });
});

const added = { setId: 's', city: 'c', name: 'n', validFromDay: '2027-01-01', csv: 'x' };
const change = { changes: [{ path: 'p', value: 1 }], activeFromMs: null, reason: '原因' };
const partner = {
  partnerId: 'bawei',
  name: '八维通',
  city: 'shenzhen',
  modes: ['metro'],
  requestsAMinute: 60,
  state: 'live' as const,
  reason: '原因',
};

test.each<[string, () => Promise<unknown>, object]>([
  ['parameters.list', () => listParameters(), {}],
  ['factors.list', () => listFactorSets(), {}],
  ['factors.checkImport', () => checkFactorImport(added), added],
  ['partners.list', () => listPartners(), {}],
  ['partners.day', () => partnerDay('bawei', '2026-11-19'), { partnerId: 'bawei', day: '2026-11-19' }],
  ['riders.find', () => findRider('fwyqb0bz'), { number: 'fwyqb0bz' }],
  ['riders.trips', () => riderTrips('uid', 'on'), { uid: 'uid', cursor: 'on' }],
])('%s reads', async (procedure, read, input) => {
  await read();
  expect(fake.sent).toEqual([{ procedure, input }]);
});

test.each<[string, () => Promise<unknown>, object]>([
  ['parameters.requestChange', () => requestParameterChange(change), change],
  ['factors.requestImport', () => requestFactorImport(added, '原因'), { ...added, reason: '原因' }],
  ['partners.requestChange', () => requestPartnerChange(partner), partner],
  [
    'partners.requestRotation',
    () => requestRotation('bawei', '原因'),
    { partnerId: 'bawei', reason: '原因' },
  ],
  ['partners.collectSecret', () => collectSecret('bawei'), { partnerId: 'bawei' }],
])('%s is the same request until it has an answer', async (procedure, ask, input) => {
  fake.answer = () => refused('TRY_AGAIN');
  await expect(ask()).rejects.toMatchObject({ code: 'TRY_AGAIN' });
  fake.answer = () => ok({});
  await ask();
  await ask();
  const [first, again, another] = fake.sent;
  expect(first).toMatchObject({ procedure, input });
  expect(again?.requestId).toBe(first?.requestId);
  expect(another?.requestId).not.toBe(first?.requestId);
});

test('nothing of a secret stays on the phone', async () => {
  fake.answer = () => ok({ secret: 'enzg674jddca6', oldEndsAtMs: null });
  expect((await collectSecret('bawei')).secret).toBe('enzg674jddca6');
  expect(JSON.stringify([...fake.stored])).not.toContain('enzg674jddca6');
});
