import { viewBubbles } from '../../../miniprogram/views/bubbles';
import type { Entry } from '../../../miniprogram/views/statement';
import { entryOf } from '../packages/trips/entries';

const nowMs = Date.parse('2026-11-20T12:00:00+08:00');

const bonusOf = (reason: string, reference: Entry['reference'], source: string): Entry =>
  entryOf({
    reason,
    reference,
    trip: null,
    postings: [
      {
        source,
        destination: 'user:r',
        kind: 'bonus',
        lots: [{ origin: '-', expiresOn: '2028-11', amount: 52 }],
      },
    ],
  });
const ownTrip = (source: string): Entry =>
  bonusOf('own-trip', { type: 'own-trip', id: `own:${source}:u:r` }, 'mint:own-trip');

const bubble = (entry: Entry, mode?: string) => {
  const trips = mode === undefined ? [] : [{ tripId: 'trip:1', fromMs: nowMs, mode }];
  return viewBubbles([entry], [], nowMs, trips)[0]!;
};

test.each<[string, Entry, string]>([
  ['a recorded bicycle trip', ownTrip('bike-track'), '骑行奖励'],
  ['codes at stations', ownTrip('station-code'), '扫码奖励'],
  ['a declared trip', ownTrip('self-report'), '申报奖励'],
  ['steps', bonusOf('steps', { type: 'steps', id: '2026-11-20' }, 'mint:steps'), '走路奖励'],
  ['a kept plan', bonusOf('plan', { type: 'plan', id: 'p' }, 'mint:plan'), '计划奖励'],
  ['customer service', bonusOf('manual', { type: 'approval', id: 'a' }, 'mint:manual'), '补发奖励'],
  ['something without a word', bonusOf('gift', { type: 'campaign', id: 'c' }, 'campaign:c'), '奖励'],
  ['an own trip of a source to come', ownTrip('horse'), '奖励'],
])('a bubble of %s says so, and that it is a bonus', (_, entry, source) => {
  const { kind, label, source: shown } = bubble(entry);
  expect({ kind, shown }).toEqual({ kind: 'bonus', shown: source });
  expect(label).toContain(`52 奖励积分，来自${source}`);
});

test.each([
  ['metro', '地铁'],
  ['bus', '公交'],
  ['shared-bike', '共享单车'],
  [undefined, '出行'],
])('a bubble of a signed ride by %s is %s and no bonus', (mode, source) => {
  expect(bubble(entryOf(), mode)).toMatchObject({ kind: 'carbon', source });
});

test('a ride that took an own trip’s place is the ride', () => {
  const [paid] = entryOf().postings;
  const back = bonusOf('trip', { type: 'trip', id: 'trip:1' }, 'mint:own-trip').postings[0]!;
  const exchanged = entryOf({
    postings: [{ ...back, source: 'user:r', destination: 'mint:own-trip' }, paid!],
  });
  expect(bubble(exchanged, 'metro')).toMatchObject({ amount: 1_230, kind: 'carbon', source: '地铁' });
});

test('a ride that was taken back since leaves nothing to collect', () => {
  const reversal = bonusOf('trip-reversed', { type: 'entry', id: 'trip:1' }, 'user:r');
  const entries = [{ ...reversal, key: 'reversal', seq: 8 }, entryOf(), entryOf({ key: 'trip:2', seq: 6 })];
  expect(viewBubbles(entries, [8], nowMs).map(({ seq }) => seq)).toEqual([6]);
});
