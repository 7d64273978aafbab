import type { BenchContext } from '../bench';

/** One figure a round for each side. */
export type Rounds<Side extends string> = Record<Side, number[]>;

/**
 * Measures the sides in turn, round by round (ABAB), so that whatever else the machine does meets all of them alike. One
 * round goes before and is not counted: code has to be compiled and files have to be there.
 */
export async function interleave<Side extends string>(
  context: BenchContext,
  usualRounds: number,
  sides: Record<Side, () => Promise<number>>,
): Promise<Rounds<Side>> {
  const names = Object.keys(sides) as Side[];
  const rounds = Object.fromEntries(names.map(name => [name, [] as number[]])) as Rounds<Side>;
  if (!context.isQuick) for (const name of names) await sides[name]();
  const count = context.rounds(usualRounds);
  for (let round = 1; round <= count; round += 1) {
    context.say(`round ${round} of ${count}`);
    for (const name of names) rounds[name].push(await sides[name]());
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
