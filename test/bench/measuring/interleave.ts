import type { BenchContext } from '../bench';

/** One figure a round for each side; usually one number. */
export type Rounds<Side extends string, Figure = number> = Record<Side, Figure[]>;

/** Rounds that count, and those before them that do not: a server's code is compiled by its use. */
export interface Plan {
  rounds: number;
  warmUps: number;
}

/**
 * Measures the sides in turn, round by round (ABAB), so that whatever else the machine does meets all of them alike. Some
 * rounds go before and are not counted; of those that count none is left out or repeated.
 */
export async function interleave<Side extends string, Figure = number>(
  context: BenchContext,
  plan: Plan,
  sides: Record<Side, () => Promise<Figure>>,
): Promise<Rounds<Side, Figure>> {
  const names = Object.keys(sides) as Side[];
  const rounds = Object.fromEntries(names.map(name => [name, [] as Figure[]])) as Rounds<Side, Figure>;
  const count = context.rounds(plan.rounds);
  const warmUps = context.isQuick ? 0 : plan.warmUps;
  for (let round = 1 - warmUps; round <= count; round += 1) {
    context.say(round < 1 ? 'warming up' : `round ${round} of ${count}`);
    for (const name of names) {
      const figure = await sides[name]();
      if (round >= 1) rounds[name].push(figure);
    }
  }
  return rounds;
}

/** A figure of each round from the figures of its sides, to be summed up afterwards: what disturbs a round stays in it. */
export const eachRound = <Side extends string, Figure = number>(
  rounds: Rounds<Side, Figure>,
  figure: (round: Record<Side, Figure>) => number,
): number[] => {
  const names = Object.keys(rounds) as Side[];
  const count = rounds[names[0]!].length;
  return Array.from({ length: count }, (_, at) =>
    figure(Object.fromEntries(names.map(name => [name, rounds[name][at]!])) as Record<Side, Figure>),
  );
};
