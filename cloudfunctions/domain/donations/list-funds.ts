import { KeptReading, type Platform } from '../../platform';
import type { Fund } from './fund';
import { fundProblem } from './fund-problem';
import { funds } from './store';

/** More than anybody would choose from. */
const FUNDS_READ = 50;

/** A fund with a mistake in it is left out, and said so: the others stay. */
function isUsable(platform: Platform, fund: Fund): boolean {
  const problem = fundProblem(fund);
  if (problem) platform.log('donations.fund-unusable', { fund: fund._id, ...problem });
  return problem === null;
}

const keptFunds = new KeptReading<Fund[]>(async platform => {
  const found = await platform.database.find(funds, {
    where: { isOpen: true },
    orderBy: [['place', 'asc']],
    limit: FUNDS_READ,
  });
  return found.filter(fund => isUsable(platform, fund));
});

/** The open funds in their order, as they were within the last minute. No database call, or one. */
export const listFunds = (platform: Platform): Promise<Fund[]> => keptFunds.known(platform);
