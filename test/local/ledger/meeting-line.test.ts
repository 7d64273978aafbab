import { allMeet, meetingLine, meetingsOf } from '../../../local/ledger/meeting-line';

const [DAY, LATER] = ['2026-11-19', '2026-11-20'];
const place = { account: 'user:a', seq: 4 };
const sealed = (key: string) => ({ key, hash: 'a'.repeat(64), of: DAY, on: DAY });

/** Ids as only somebody who forges would write them. */
const keys = ['trip:bawei:1', 'two words', '["a"]', 'tab\tline\nquote"', '碳', '', '\ud800'];

test.each(keys)('a leaf and its entry meet, and both are read back, with the id %j', key => {
  const lines = [meetingLine(sealed(key)), meetingLine(sealed(key), place)];
  expect(allMeet(lines, DAY)).toBe(true);
  const meeting = { sealed: [sealed(key)], entries: [{ ...sealed(key), ...place }] };
  expect([...meetingsOf(lines)]).toEqual([[key, meeting]]);
});

test.each<[string, string[]]>([
  ['a leaf without an entry', [meetingLine(sealed('a'))]],
  ['an entry of a sealed day without a leaf', [meetingLine(sealed('a'), place)]],
  [
    'a leaf that stands twice',
    [meetingLine(sealed('a')), meetingLine(sealed('a')), meetingLine(sealed('a'), place)],
  ],
  [
    'an entry that stands twice',
    [meetingLine(sealed('a')), ...[1, 2].map(() => meetingLine(sealed('a'), place))],
  ],
  ['another hash', [meetingLine({ ...sealed('a'), hash: 'b' }), meetingLine(sealed('a'), place)]],
  ['another day', [meetingLine({ ...sealed('a'), of: LATER, on: LATER }), meetingLine(sealed('a'), place)]],
  [
    'words moved from one field to the next',
    [meetingLine({ ...sealed('a b'), hash: 'c' }), meetingLine({ ...sealed('a'), hash: 'b c' }, place)],
  ],
])('%s is no meeting', (_, lines) => {
  expect(allMeet(lines, DAY)).toBe(false);
});

test('an entry of a day after the last sealed one needs no leaf yet', () => {
  expect(allMeet([meetingLine({ ...sealed('a'), of: LATER, on: LATER }, place)], DAY)).toBe(true);
});
