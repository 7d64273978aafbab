import type { StaffOutput } from '../../../contract/staff/procedures';
import type { Platform } from '../../../platform';
import { pendingApproval } from '../../approvals';
import { findAllSets } from '../../factors/import';
import { listPools as listAccounts, partsOfOrigin } from '../../ledger';
import { poolTarget } from './retirement-kind';

export type ListedPool = StaffOutput<'pools.list'>['pools'][number];

const POOL = 'pool:';

/** Every pool with what is in it, the latest month of travel first. Two database calls and one a pool. */
export async function listPools(platform: Platform): Promise<ListedPool[]> {
  const [accounts, sets] = await Promise.all([listAccounts(platform), findAllSets(platform)]);
  const names = new Map(sets.map(({ _id, name }) => [_id, name]));
  const listed = accounts.map(async ({ _id, serials }): Promise<ListedPool> => {
    const origin = _id.slice(POOL.length);
    const { setId, vintage } = partsOfOrigin(origin);
    return {
      origin,
      setName: names.get(setId) ?? setId,
      vintage,
      issued: serials?.issued ?? 0,
      left: serials?.left ?? 0,
      pendingApprovalId: await pendingApproval(platform, poolTarget(origin)),
    };
  });
  return (await Promise.all(listed)).sort((left, right) => right.vintage.localeCompare(left.vintage));
}
