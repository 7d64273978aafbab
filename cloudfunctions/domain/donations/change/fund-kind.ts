import { Refusal } from '../../../contract/errors';
import { type FundsChangePayload, fundsChangePayload } from '../../../contract/staff/payloads';
import type { Transaction } from '../../../platform';
import { DAY_MS } from '../../../platform/beijing-time';
import type { ApprovalKind } from '../../approvals';
import type { Fund } from '../fund';
import { funds } from '../store';

const DECIDE_WITHIN_MS = 7 * DAY_MS;

export const fundTarget = (fundId: string): string => `fund:${fundId}`;

/** Documents that were there before the console have no version. */
const versionOf = (fund: Fund | null): number | null => fund && (fund.version ?? 0);

/** Names of funds and organisations are no people's, and are read under a name of their own in the audit log. */
const auditViewOf = ({ name: label, kind, purpose, organisation, isOpen, place }: Omit<Fund, '_id'>) => ({
  label,
  kind,
  purpose,
  organisation: organisation && {
    label: organisation.name,
    creditCode: organisation.creditCode,
    agreement: organisation.agreement,
  },
  isOpen,
  place,
});

function titleOf({ name, version, isOpen }: FundsChangePayload): string {
  if (version === null) return `新增捐赠项目：${name}`;
  return isOpen ? `变更捐赠项目：${name}` : `关闭捐赠项目：${name}`;
}

async function write(
  transaction: Transaction,
  before: Fund | null,
  fundId: string,
  settings: Omit<Fund, '_id'>,
): Promise<void> {
  if (before) await transaction.update(funds, fundId, settings);
  else await transaction.add(funds, { _id: fundId, ...settings });
}

/**
 * Opens, renames or closes a fund when another person agrees; every process knows within a minute. What riders gave keeps
 * the name that they gave to. The effect takes three database calls.
 */
export const fundsChangeKind: ApprovalKind<FundsChangePayload> = {
  kind: 'funds.change',
  shape: fundsChangePayload,
  title: titleOf,
  steps: () => [{ label: '捐赠项目审批', permission: 'funds.approve', personId: null }],
  decideWithinMs: DECIDE_WITHIN_MS,
  target: ({ fundId }) => fundTarget(fundId),
  concerns: () => [],
  base: async (reader, { fundId, version }) => {
    const known = versionOf(await reader.get(funds, fundId));
    if (known !== version) throw new Refusal('OVERTAKEN');
    return known === null ? 'none' : String(known);
  },
  effect: async (transaction, _platform, { fundId, version, ...settings }) => {
    const before = await transaction.get(funds, fundId);
    const after = { ...settings, version: (version ?? 0) + 1 };
    await write(transaction, before, fundId, after);
    return {
      target: fundTarget(fundId),
      before: before && auditViewOf(before),
      after: auditViewOf(after),
    };
  },
};
