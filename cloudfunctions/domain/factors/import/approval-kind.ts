import { Refusal } from '../../../contract/errors';
import { type FactorsImportPayload, factorsImportPayload } from '../../../contract/staff/payloads';
import type { Transaction } from '../../../platform';
import { beijingDay, DAY_MS } from '../../../platform/beijing-time';
import type { ApprovalKind } from '../../approvals';
import { checkFactorSet } from '../check-factor-set';
import { factorCities, factorSets } from '../store';

const DECIDE_WITHIN_MS = 7 * DAY_MS;

/** Every process has to know the set before its first day: a minute that it is kept, and one for commit and clocks. */
const KNOWN_AFTER_MS = 120_000;

const first = { label: '因子审批（第一人）', permission: 'factors.approve', personId: null } as const;
const second = { ...first, label: '因子审批（第二人）' } as const;

async function addSet(transaction: Transaction, set: FactorsImportPayload['set']): Promise<void> {
  if (await transaction.get(factorSets, set._id)) throw new Refusal('OVERTAKEN', { reason: '编号已经用过' });
  const city = await transaction.get(factorCities, set.city);
  await transaction.add(factorSets, checkFactorSet(set));
  if (city) {
    await transaction.update(factorCities, set.city, { lastSetId: set._id, imports: city.imports + 1 });
  } else await transaction.add(factorCities, { _id: set.city, lastSetId: set._id, imports: 1 });
}

/**
 * Adds a factor set after two approvals. `OVERTAKEN` when its first day has begun by then: trips of that day would be
 * judged by two sets. The effect takes four database calls.
 */
export const factorsImportKind: ApprovalKind<FactorsImportPayload> = {
  kind: 'factors.import',
  shape: factorsImportPayload,
  title: ({ set }) => `导入减排因子：${set.name}（${set._id}）`,
  steps: () => [first, second],
  decideWithinMs: DECIDE_WITHIN_MS,
  target: ({ set }) => `factors:${set.city}`,
  concerns: () => [],
  base: async (reader, { set, afterImports }) => {
    const imports = (await reader.get(factorCities, set.city))?.imports ?? 0;
    if (imports !== afterImports) throw new Refusal('OVERTAKEN');
    return String(imports);
  },
  effect: async (transaction, _platform, { set }, { nowMs }) => {
    if (set.validFromDay <= beijingDay(nowMs + KNOWN_AFTER_MS)) {
      throw new Refusal('OVERTAKEN', { reason: '生效日已到，请改用以后的日期重新申请' });
    }
    await addSet(transaction, set);
    const { name: label, ...rest } = set;
    return { target: `factors:${set._id}`, before: null, after: { label, ...rest } };
  },
};
