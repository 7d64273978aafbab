import type { BenchContext } from '../bench';

/** One figure a round for each side. */
export type Rounds<Side extends string> = Record<Side, number[]>;

/** Rounds that count, and those before them that do not: a server's code is compiled by its use. */
export interface Plan {
  rounds: number;
  warmUps: number;
}

/**
 * Measures the sides in turn, round by round (ABAB), so that whatever else the machine does meets all of them alike. Some
 * rounds go before and are not counted; of those that count none is left out or repeated.
 */
export async function interleave<Side extends string>(
  context: BenchContext,
  plan: Plan,
  sides: Record<Side, () => Promise<number>>,
): Promise<Rounds<Side>> {
  const names = Object.keys(sides) as Side[];
  const rounds = Object.fromEntries(names.map(name => [name, [] as number[]])) as Rounds<Side>;
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
export const eachRound = <Side extends string>(
  rounds: Rounds<Side>,
  figure: (round: Record<Side, number>) => number,
): number[] => {
  const names = Object.keys(rounds) as Side[];
  const count = rounds[names[0]!].length;
  return Array.from({ length: count }, (_, at) =>
    figure(Object.fromEntries(names.map(name => [name, rounds[name][at]!])) as Record<Side, number>),
  );
};
