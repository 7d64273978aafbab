import { Refusal } from '../../../contract/errors';
import type { Platform, Transaction } from '../../../platform';
import { requestApproval } from '../../approvals';
import { factorsImportKind } from './approval-kind';
import { checkImport, type NewFactorSet } from './check-import';

/**
 * Asks for a set to be added. Errors: those of `checkImport`, `CSV_PROBLEMS` with the problems, `PENDING_ALREADY`.
 * Three database calls and those of asking for an approval.
 */
export async function requestImport(
  transaction: Transaction,
  platform: Platform,
  { requesterId, reason, ...added }: NewFactorSet & { requesterId: string; reason: string },
): Promise<{ approvalId: string }> {
  const { set, problems, differences, afterImports } = await checkImport(platform, added);
  if (!set) throw new Refusal('CSV_PROBLEMS', { problems });
  return requestApproval(transaction, platform, factorsImportKind, {
    payload: { set: { ...set, validToDay: null, rows: [...set.rows] }, afterImports },
    requesterId,
    reason,
    differences,
  });
}
