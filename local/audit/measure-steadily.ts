import type { Measurement } from './measurement';
import type { Measured } from './report';
import { scorePage } from './score';

/** How often a page is looked at in all when something was found at the first look. */
const LOOKS = 3;

/**
 * A page without a finding is done with one look. Where there is one, other programs of the machine may be the reason, so
 * the page is looked at twice more, and the look in the middle counts: neither the best nor the worst of the three.
 */
export async function measureSteadily(look: () => Promise<Measurement>): Promise<Measured> {
  const first = scored(await look());
  if (first.score.findings.length === 0) return first;
  const looks = [first];
  while (looks.length < LOOKS) looks.push(scored(await look()));
  looks.sort((left, right) => left.score.score - right.score.score);
  return looks[Math.floor(LOOKS / 2)] ?? first;
}

const scored = (measurement: Measurement): Measured => ({ measurement, score: scorePage(measurement) });
