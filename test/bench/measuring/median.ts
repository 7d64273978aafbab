/** The middle value; of an even number of values the mean of the two in the middle. Throws `RangeError` for none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('there is no median of nothing');
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export interface Summary {
  value: number;
  spread: [lowest: number, highest: number];
}

/** The median of the rounds, with the lowest and the highest of them: no round is left out or repeated. */
export const summaryOf = (rounds: readonly number[]): Summary => ({
  value: median(rounds),
  spread: [Math.min(...rounds), Math.max(...rounds)],
});
