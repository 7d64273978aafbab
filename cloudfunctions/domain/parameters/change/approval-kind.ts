import { Refusal } from '../../../contract/errors';
import { type ParametersChangePayload, parametersChangePayload } from '../../../contract/staff/payloads';
import type { Transaction } from '../../../platform';
import { DAY_MS } from '../../../platform/beijing-time';
import type { ApprovalKind } from '../../approvals';
import { type ParametersDocument, parameterVersions } from '../store';
import { withValues } from './apply-changes';

const DECIDE_WITHIN_MS = 7 * DAY_MS;

/**
 * Every process has to know a version before it starts: processes keep versions for a minute, and another one is for the
 * commit, which may take half a minute, and for clocks.
 */
export const KNOWN_AFTER_MS = 120_000;

const idOf = (version: number): string => String(version);

/** Throws `OVERTAKEN` where the version is there no more, which only a hand in the database can have done. */
async function basisOf(
  transaction: Transaction,
  { basedOn, changes }: ParametersChangePayload,
): Promise<ParametersDocument> {
  const basis = await transaction.get(parameterVersions, idOf(basedOn));
  if (!basis) throw new Refusal('OVERTAKEN', { reason: `版本 ${basedOn} 已不存在` });
  return {
    ...basis,
    ...withValues(
      basis,
      changes.map(({ path, after }) => ({ path, value: after })),
    ),
  };
}

function versionFrom(
  basis: ParametersDocument,
  { version, activeFromMs }: ParametersChangePayload,
  { nowMs, approvalId }: { nowMs: number; approvalId: string },
): ParametersDocument {
  return {
    ...basis,
    _id: idOf(version),
    version,
    activeFromMs: Math.max(activeFromMs ?? 0, nowMs + KNOWN_AFTER_MS, basis.activeFromMs),
    approvalId,
  };
}

/**
 * Adds a version of the parameters after another person has agreed; nothing that exists is changed. It is in force two
 * minutes later, or at the time asked for. The effect takes two database calls.
 */
export const parametersChangeKind: ApprovalKind<ParametersChangePayload> = {
  kind: 'parameters.change',
  shape: parametersChangePayload,
  title: ({ changes }) => `修改运营参数（${changes.length} 项）`,
  steps: () => [{ label: '参数审批', permission: 'parameters.approve', personId: null }],
  decideWithinMs: DECIDE_WITHIN_MS,
  target: () => 'parameters',
  concerns: () => [],
  // The number that the new version is to get stands for the latest one: it is free for as long as none was added.
  base: async (reader, { version }) => {
    if (await reader.get(parameterVersions, idOf(version))) throw new Refusal('OVERTAKEN');
    return String(version - 1);
  },
  effect: async (transaction, _platform, payload, context) => {
    const basis = await basisOf(transaction, payload);
    const added = versionFrom(basis, payload, context);
    await transaction.add(parameterVersions, added);
    const valuesOf = (side: 'before' | 'after') =>
      Object.fromEntries(payload.changes.map(change => [change.path, change[side]]));
    return {
      target: `parameters:${payload.version}`,
      before: { version: payload.basedOn, values: valuesOf('before') },
      after: { version: payload.version, activeFromMs: added.activeFromMs, values: valuesOf('after') },
    };
  },
};
