import type { StaffOutput } from '../../../contract/staff/procedures';
import type { Platform } from '../../../platform';
import { pendingApproval } from '../../approvals';
import type { Fund } from '../fund';
import { fundProblem } from '../fund-problem';
import { funds } from '../store';
import { fundTarget } from './fund-kind';

export type ListedFund = StaffOutput<'funds.list'>['funds'][number];

/** More than there will ever be, closed ones included. */
const MOST_FUNDS = 200;

/** Every fund as it is now, by its id. One database call. */
export const readFunds = (platform: Platform): Promise<Fund[]> =>
  platform.database.find(funds, {
    where: { _id: { above: '' } },
    orderBy: [['_id', 'asc']],
    limit: MOST_FUNDS,
  });

/** Every fund, the open ones first, each in the order of riders' list. One database call and one a fund. */
export async function listAllFunds(platform: Platform): Promise<ListedFund[]> {
  const found = await readFunds(platform);
  const sorted = found.sort(
    (left, right) => Number(right.isOpen) - Number(left.isOpen) || left.place - right.place,
  );
  return Promise.all(
    sorted.map(async fund => {
      const { _id: fundId, name, kind, purpose, organisation, isOpen, place } = fund;
      return {
        fundId,
        name,
        kind,
        purpose,
        organisation: organisation ?? null,
        isOpen,
        place,
        problem: fundProblem(fund)?.reason ?? null,
        pendingApprovalId: await pendingApproval(platform, fundTarget(fundId)),
      };
    }),
  );
}
