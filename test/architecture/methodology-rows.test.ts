import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { MethodNumber } from '../../cloudfunctions/contract/rides';
import { methodologyOf as milestones } from '../../cloudfunctions/domain/milestones';
import type { Parameters } from '../../cloudfunctions/domain/parameters';
import { collections } from '../../cloudfunctions/domain/parameters/collections';
import { methodologyOf as rides } from '../../cloudfunctions/domain/rides';
import { fastestKmAnHour } from '../../cloudfunctions/domain/rides/plausible-speed';
import { trackNumbers } from '../../cloudfunctions/domain/tracks/judgement/numbers';
import { incentivesOf } from '../../cloudfunctions/functions/api/incentives';

const domains = path.join(process.cwd(), 'cloudfunctions/domain');
const textOf = (file: string): string => readFileSync(path.join(domains, file), 'utf8');

/** Where the numbers are that decide what counts and what is paid, by the domain whose methodology names them. */
const ruleFiles: Readonly<Record<string, readonly string[]>> = {
  rides: [
    'rides/judge-ride.ts',
    'rides/plausible-speed.ts',
    'rides/record-token-rides.ts',
    'rides/share-car.ts',
    'rides/way-over-points.ts',
    'network/nearest-station.ts',
  ],
  'own-trips': ['own-trips/judge-own-trip.ts'],
  plans: [
    'plans/compare.ts',
    'plans/ends.ts',
    'plans/locate.ts',
    'plans/pace.ts',
    'plans/places.ts',
    'plans/terms.ts',
  ],
  reports: ['reports/rules.ts'],
  'station-codes': ['station-codes/rules.ts'],
  steps: ['steps/rules.ts'],
};

/** Numbers that judge nothing that riders are paid for, and why each is none of theirs. */
const notShown: Readonly<Record<string, string>> = {
  MINUTE_MS: 'a unit',
  HOUR_MS: 'a unit',
  METRE_HOURS_MS: 'a unit',
  METRES_A_KM: 'a unit',
  MINUTES_AN_HOUR: 'a unit',
  DAY_MS: 'a unit',
  WITHOUT_END: 'no bound',
  KEPT_DIGITS: 'shown as KEPT_METRES',
  BONUS: 'shown as the parameters have it',
  PAID_A_DAY: 'shown as the parameters have it',
  MADE_A_DAY: 'shown by termsOf',
  NEAR_METRES: 'shown by termsOf',
  LATE_DAYS: 'shown by termsOf',
  LATE_MS: 'LATE_DAYS',
  KEPT_MS: 'KEPT_DAYS',
  AT_ONCE_MS: 'nothing waits',
  UPLOAD_MS: 'of files that no report names',
  CHECK_ADDRESS_SECONDS: 'how long WeChat may fetch',
  LOOK_SECONDS: 'how long staff may fetch',
  STEPS_AHEAD: 'clocks of two machines',
};

/** Names of the numbers that a file declares; texts and patterns are none. */
const numbersOf = (file: string): string[] =>
  [...textOf(file).matchAll(/^(?:export )?const ([A-Z][A-Z0-9_]+)(?:: \w+)? = [^'"/`]/gm)].map(
    match => match[1]!,
  );

const declared = Object.entries(ruleFiles).flatMap(([domain, files]) =>
  files.flatMap(file => numbersOf(file).map(name => ({ domain, file, name }))),
);

const parameters = collections[0]!.seed![0] as unknown as Parameters;

const rows: readonly MethodNumber[] = [...rides(), ...incentivesOf(parameters), ...milestones()];

test('rules have numbers, and every exception is one of them', () => {
  expect(declared.length).toBeGreaterThan(40);
  const names = declared.map(({ name }) => name);
  expect(Object.keys(notShown).filter(name => !names.includes(name))).toEqual([]);
});

test('every number of a rule is on the methodology page, by the constant itself', () => {
  const missing = declared.filter(
    ({ domain, name }) =>
      notShown[name] === undefined && !new RegExp(`\\b${name}\\b`).test(textOf(`${domain}/methodology.ts`)),
  );
  expect(missing).toEqual([]);
});

test('every number that tracks are judged by is on the page, by its own name', () => {
  const text = textOf('tracks/methodology.ts');
  // Both are taken apart where they are shown.
  const names = Object.keys(trackNumbers).filter(name => name !== 'told' && name !== 'placed');
  const parts = Object.keys(trackNumbers.told).filter(name => name !== 'forgettingMs');
  expect(names.filter(name => !new RegExp(`\\blimits\\.${name}\\b`).test(text))).toEqual([]);
  for (const source of ['told', 'placed']) {
    expect(parts.filter(name => !new RegExp(`\\b${source}\\.${name}\\b`).test(text))).toEqual([]);
  }
});

test('every mode’s fastest speed has a row', () => {
  const shown = rows.filter(({ key }) => key.startsWith('ride-speed-')).map(({ key, value }) => [key, value]);
  for (const [mode, kmAnHour] of fastestKmAnHour) {
    expect(shown).toContainEqual([`ride-speed-${mode}`, `不超过 ${kmAnHour} 公里/小时`]);
  }
});

test('every row has a key of its own, a reason, a value and a source, and none shows a number that is none', () => {
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  for (const { title, rule, value, source } of rows) {
    for (const text of [title, rule, value, source])
      expect(text).toMatch(/^(?!.*(?:undefined|NaN|null|Infinity))(?=.*\S)/);
  }
});

test('what is our own judgement says so, and what is published names where', () => {
  const own = /自行设定|与合作方报送的时限相同/;
  for (const { key, source, standing } of rows) {
    if (standing === 'own') expect({ key, source }).toEqual({ key, source: expect.stringMatching(own) });
    else expect({ key, source }).toEqual({ key, source: expect.not.stringMatching(/^碳点点自行设定$/) });
  }
});
