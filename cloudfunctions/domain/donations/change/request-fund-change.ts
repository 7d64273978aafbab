import { Refusal } from '../../../contract/errors';
import type { Difference } from '../../../contract/staff/shapes';
import type { Platform, Transaction } from '../../../platform';
import { requestApproval } from '../../approvals';
import type { Fund } from '../fund';
import { fundProblem } from '../fund-problem';
import { fundsChangeKind } from './fund-kind';
import { readFunds } from './list-all-funds';

export type FundSettings = Omit<Fund, '_id' | 'version'>;

const kindTexts: Readonly<Record<Fund['kind'], string>> = { planting: '植树', transit: '公交出行' };

const lines: readonly (readonly [string, (fund: FundSettings) => string])[] = [
  ['名称', ({ name }) => name],
  ['类别', ({ kind }) => kindTexts[kind]],
  ['用途说明', ({ purpose }) => purpose],
  ['机构', ({ organisation }) => organisation?.name ?? '没有（示例）'],
  ['统一社会信用代码', ({ organisation }) => organisation?.creditCode ?? '没有'],
  ['协议', ({ organisation }) => organisation?.agreement ?? '没有'],
  ['状态', ({ isOpen }) => (isOpen ? '开放' : '关闭（已捐的不变，不再接受新的）')],
  ['排序', ({ place }) => String(place)],
];

/** What a change means, line by line; `before` is null for a fund that is to come. */
const compareFunds = (before: FundSettings | null, after: FundSettings): Difference[] =>
  lines
    .map(([label, textOf]) => ({ label, before: before && textOf(before), after: textOf(after) }))
    .filter(difference => difference.before !== difference.after);

const invalid = (field: string, reason: string): Refusal => new Refusal('INVALID_INPUT', { field, reason });

/** Two open funds of one name cannot be told apart by riders. */
function checkSettings(fundId: string, settings: FundSettings, others: readonly Fund[]): void {
  const problem = fundProblem({ _id: fundId, ...settings });
  if (problem) throw invalid(problem.field, problem.reason);
  if (others.some(other => other.name === settings.name && other.isOpen && other._id !== fundId)) {
    throw invalid('name', '已有同名的开放项目');
  }
}

/**
 * Asks for a new fund, or for another state of one. Errors: `INVALID_INPUT` with the field, `PENDING_ALREADY`. One
 * database call and those of asking for an approval.
 */
export async function requestFundChange(
  transaction: Transaction,
  platform: Platform,
  {
    fundId,
    requesterId,
    reason,
    ...settings
  }: FundSettings & {
    fundId: string;
    requesterId: string;
    reason: string;
  },
): Promise<{ approvalId: string }> {
  const known = await readFunds(platform);
  checkSettings(fundId, settings, known);
  const before = known.find(({ _id }) => _id === fundId) ?? null;
  const differences = compareFunds(before, settings);
  if (differences.length === 0) throw invalid('fundId', '没有改动');
  const version = before && (before.version ?? 0);
  return requestApproval(transaction, platform, fundsChangeKind, {
    payload: { fundId, ...settings, version },
    requesterId,
    reason,
    differences,
  });
}
