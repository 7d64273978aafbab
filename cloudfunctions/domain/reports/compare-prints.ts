const onesOf = (bits: number): number => bits.toString(2).replaceAll('0', '').length;

/** How many of the 256 bits differ. */
export function hashDistance(one: string, other: string): number {
  let distance = 0;
  for (let at = 0; at < one.length; at += 4) {
    const bits = Number.parseInt(one.slice(at, at + 4), 16) ^ Number.parseInt(other.slice(at, at + 4), 16);
    distance += onesOf(bits);
  }
  return distance;
}

/** The greatest difference of brightness between two cells at the same place. */
export function cellDifference(one: string, other: string): number {
  const [left, right] = [Buffer.from(one, 'base64'), Buffer.from(other, 'base64')];
  let greatest = 0;
  for (let at = 0; at < left.length; at += 1) {
    greatest = Math.max(greatest, Math.abs(left[at]! - (right[at] ?? 0)));
  }
  return greatest;
}
