import { Refusal } from '../../../contract/errors';
import type { ParametersChangePayload } from '../../../contract/staff/payloads';
import type { Difference } from '../../../contract/staff/shapes';
import type { Platform, Transaction } from '../../../platform';
import { DAY_MS } from '../../../platform/beijing-time';
import { requestApproval } from '../../approvals';
import type { ParametersDocument } from '../store';
import { changesBetween, differenceOf, type NewValue, withValues } from './apply-changes';
import { KNOWN_AFTER_MS, parametersChangeKind } from './approval-kind';
import { findVersions, isUsable } from './find-versions';

/** A version that starts later than this is a slip of the hand. */
const LATEST_START_MS = 366 * DAY_MS;

/** A version with a mistake is passed over; more of them in a row than this nobody has made. */
const VERSIONS_READ = 20;

export interface ChangeRequest {
  changes: readonly NewValue[];
  /** Null for as soon as possible. */
  activeFromMs: number | null;
  requesterId: string;
  reason: string;
}

const invalid = (field: string, reason: string): Refusal => new Refusal('INVALID_INPUT', { field, reason });

function checkPaths(changes: readonly NewValue[]): void {
  const paths = changes.map(({ path }) => path);
  const repeated = paths.find((path, index) => paths.indexOf(path) < index);
  if (repeated !== undefined) throw invalid(repeated, '同一个参数改了两次');
}

/**
 * The version that starts last is the one in force. One that was added later but started earlier would be undone when
 * the earlier one begins, so it may not be asked to begin before it; as soon as possible is then together with it.
 */
function checkStart(activeFromMs: number | null, basis: ParametersDocument, nowMs: number): void {
  if (activeFromMs === null) return;
  if (basis.activeFromMs > nowMs && activeFromMs < basis.activeFromMs) {
    const scheduled = beijingMinute(basis.activeFromMs);
    throw invalid('activeFromMs', `已有一次改动定于 ${scheduled} 生效，新的改动不能早于它`);
  }
  if (activeFromMs > nowMs + LATEST_START_MS) throw invalid('activeFromMs', '生效时间不能晚于一年以后');
}

async function readBasis(
  platform: Platform,
): Promise<{ latest: ParametersDocument; basis: ParametersDocument }> {
  const versions = await findVersions(platform, VERSIONS_READ);
  const [latest, basis] = [versions[0], versions.find(isUsable)];
  if (!latest || !basis) throw new Error('There is no version of the parameters to start from.');
  return { latest, basis };
}

const beijingMinute = (atMs: number): string =>
  new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

function startOf(activeFromMs: number | null, basis: ParametersDocument, nowMs: number): string {
  if (activeFromMs !== null) return `不早于 ${beijingMinute(activeFromMs)}（北京时间）`;
  const isScheduled = basis.activeFromMs > nowMs + KNOWN_AFTER_MS;
  const earliest = isScheduled ? `，不早于 ${beijingMinute(basis.activeFromMs)}（北京时间）` : '';
  return `同意后 ${KNOWN_AFTER_MS / 60_000} 分钟${earliest}`;
}

/**
 * Asks for new values. Errors: `INVALID_INPUT` with the path where a value is unknown, out of bounds or unchanged, or
 * with `activeFromMs`; `PENDING_ALREADY`. One database call and those of asking for an approval.
 */
export async function requestChange(
  transaction: Transaction,
  platform: Platform,
  { changes: asked, activeFromMs, requesterId, reason }: ChangeRequest,
): Promise<{ approvalId: string; payload: ParametersChangePayload }> {
  checkPaths(asked);
  const { latest, basis } = await readBasis(platform);
  checkStart(activeFromMs, basis, platform.nowMs());
  const changes = changesBetween(basis, withValues(basis, asked));
  const idle = asked.find(({ path }) => !changes.some(change => change.path === path));
  if (idle) throw invalid(idle.path, '与现在的值相同');
  const payload = { version: latest.version + 1, basedOn: basis.version, changes, activeFromMs };
  const start = { label: '生效时间', before: null, after: startOf(activeFromMs, basis, platform.nowMs()) };
  const differences: Difference[] = [...changes.map(differenceOf), start];
  const request = { payload, requesterId, reason, differences };
  return { ...(await requestApproval(transaction, platform, parametersChangeKind, request)), payload };
}
