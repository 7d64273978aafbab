import { wayMarks } from '../../../../cloudfunctions/domain/tracks/judgement/way-marks';
import { judgeTrack } from '../../../../cloudfunctions/domain/tracks/rules';
import { generateTracks } from '../../../labelled-tracks';

interface Judged {
  label: string;
  why: string;
  reasons: string[];
}

const judgements = new Map<number, Judged[]>();

/** Judges all in their order, as one city's riders would send them: who sends a copy of an earlier one is found out. */
function judgeAll(seed: number): Judged[] {
  const known = new Set<string>();
  const judged =
    judgements.get(seed) ??
    generateTracks(seed).map(({ label, why, points }) => {
      const reasons: string[] = [...judgeTrack(points).reasons];
      const marks = wayMarks(points);
      if (marks.some(mark => known.has(mark))) reasons.push('REPLAYED');
      for (const mark of marks) known.add(mark);
      return { label, why, reasons };
    });
  judgements.set(seed, judged);
  return judged;
}

const isBike = ({ label }: Judged): boolean => label === 'bike';
/** It moved like a bicycle. A round trip does so too; that it pays nothing is a rule of its own, and says so. */
const isRide = ({ reasons }: Judged): boolean => reasons.every(reason => reason === 'START_IS_END');
const isPaid = ({ reasons }: Judged): boolean => reasons.length === 0;

function figuresOf(judged: readonly Judged[], isTaken: (one: Judged) => boolean) {
  const taken = judged.filter(isTaken);
  const right = taken.filter(isBike).length;
  return { precision: right / taken.length, recall: right / judged.filter(isBike).length };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** What was judged wrong, by its kind, for whoever looks into a fall of the figures. */
function wrongOnes(judged: readonly Judged[]): string[] {
  const counts = new Map<string, number>();
  for (const one of judged.filter(one => isRide(one) !== isBike(one))) {
    const kind = `${one.label}, ${one.why.replace(/:.*/, '')}: ${one.reasons.join(', ') || 'taken for a ride'}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `  ${count} × ${kind}`);
}

/** The numbers of the rules were chosen looking at the figures of seeds 11 to 18, and these were looked at only afterwards. */
const HELD_OUT = [101, 102, 103, 104, 105, 106];
/** A single seed has a hundred bicycles: its figures are off by two points as often as not, seed 103 reaches 92.2 %. */
const LEAST_OF_ONE = 0.92;
const LEAST_OF_ALL = 0.95;

const LABELLED_TIMEOUT_MS = 600_000;

function report(name: string, judged: readonly Judged[]) {
  const [ride, paid] = [figuresOf(judged, isRide), figuresOf(judged, isPaid)];
  const lines = [
    `${name}, ${judged.length} tracks, ${judged.filter(isBike).length} by bicycle`,
    `taken for rides: precision ${percent(ride.precision)}, recall ${percent(ride.recall)}`,
    `paid: precision ${percent(paid.precision)}, recall ${percent(paid.recall)}`,
    ...wrongOnes(judged),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return ride;
}

test(
  'of the labelled tracks nearly all bicycles and few others are taken for rides',
  () => {
    const seeds = process.env.SOAK ? HELD_OUT : HELD_OUT.slice(0, 1);
    for (const seed of seeds) {
      const judged = judgeAll(seed);
      const ride = report(`held-out seed ${seed}`, judged);
      expect(judged.length).toBeGreaterThanOrEqual(200);
      expect(Math.min(ride.precision, ride.recall)).toBeGreaterThan(LEAST_OF_ONE);
    }
    if (seeds.length < HELD_OUT.length) return;
    const ride = report('all held-out seeds', seeds.flatMap(judgeAll));
    expect(Math.min(ride.precision, ride.recall)).toBeGreaterThan(LEAST_OF_ALL);
  },
  LABELLED_TIMEOUT_MS,
);

test('no walk, no expressway and no named mock app is ever paid', () => {
  const judged = judgeAll(HELD_OUT[0]!);
  const never = judged.filter(({ why }) => /walk|stroll|expressway|free roads|the system names/.test(why));
  expect(never.length).toBeGreaterThan(30);
  expect(never.filter(isPaid)).toEqual([]);
});
