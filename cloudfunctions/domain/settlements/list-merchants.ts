import type { StaffOutput } from '../../contract/staff/procedures';
import type { Platform } from '../../platform';
import { pendingApproval } from '../approvals';
import { readFunds } from '../donations/change';
import { balanceOf, listMerchants as listAccounts, merchantAccount } from '../ledger';
import { knownPartners } from '../partners/change';
import { settlementTarget } from './settlement-kind';

export type ListedMerchant = StaffOutput<'merchants.list'>['merchants'][number];

const OWN: ReadonlyMap<string, string> = new Map([['self', '自营']]);

/** What each merchant of the ledger is called: funds, and partners whose benefits are ordered. Two database calls. */
export async function merchantNames(platform: Platform): Promise<ReadonlyMap<string, string>> {
  const [funds, partners] = await Promise.all([readFunds(platform), knownPartners(platform)]);
  return new Map([
    ...OWN,
    ...funds.map(({ _id, name }) => [`fund-${_id}`, name] as const),
    ...partners.map(({ _id, name }) => [`partner-${_id}`, name] as const),
  ]);
}

/** Every merchant that was ever given bonus, with what is not settled. Three database calls and one a merchant. */
export async function listMerchants(platform: Platform): Promise<ListedMerchant[]> {
  const [accounts, names] = await Promise.all([listAccounts(platform), merchantNames(platform)]);
  const prefix = merchantAccount('').length;
  const listed = accounts.map(async (account): Promise<ListedMerchant> => {
    const merchantId = account._id.slice(prefix);
    return {
      merchantId,
      name: names.get(merchantId) ?? merchantId,
      bonus: balanceOf(account, platform.nowMs()).bonus.available,
      pendingApprovalId: await pendingApproval(platform, settlementTarget(merchantId)),
    };
  });
  return (await Promise.all(listed)).sort((left, right) => right.bonus - left.bonus);
}
