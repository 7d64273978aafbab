import type { Bench, Measurement } from '../bench';
import { summaryOf } from '../measuring/median';
import type { TripKind, TripSpeeds } from '../programs/trip-speed';

const ROUNDS = 9;
const AMOUNT = 2_000;
const MICROS_A_SECOND = 1_000_000;

/** The machine is busier at one time than at another; what parsing and hashing the same text takes is busy with it. */
const mostOverReading: Record<TripKind, number> = { tracks: 40, rides: 6, 'own-trips': 6 };

function rowsOf(kind: TripKind, { judge, read }: TripSpeeds[TripKind]): Measurement[] {
  const rates = judge.map(micros => MICROS_A_SECOND / micros);
  const ratios = judge.map((micros, round) => micros / read[round]!);
  return [
    { name: `trips-judged/${kind}`, unit: '1/s', ...summaryOf(rates) },
    {
      name: `trips-judged/${kind}/ratio`,
      unit: '× parse and hash',
      goal: { atMost: mostOverReading[kind] },
      ...summaryOf(ratios),
    },
  ];
}

/** Judging alone, without the database: tracks of ten minutes at a reading a second, signed rides, and what own trips pay. */
export const tripsJudged: Bench = {
  name: 'trips-judged',
  purpose: 'trips judged a second of processor time, by their kind',
  run: async context => {
    const program = await context.programs.bundle('trip-speed');
    const counts = [context.rounds(ROUNDS), context.amount(AMOUNT)].map(String);
    const text = await context.processes.output(
      process.execPath,
      [...context.nodeFlags, program, ...counts],
      { cwd: context.folder },
    );
    const speeds = JSON.parse(text) as TripSpeeds;
    return (Object.keys(speeds) as TripKind[]).flatMap(kind => rowsOf(kind, speeds[kind]));
  },
};
