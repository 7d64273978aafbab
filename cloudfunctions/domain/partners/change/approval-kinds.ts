import { Refusal } from '../../../contract/errors';
import {
  type PartnersChangePayload,
  type PartnersRotatePayload,
  partnersChangePayload,
  partnersRotatePayload,
} from '../../../contract/staff/payloads';
import type { Transaction } from '../../../platform';
import { DAY_MS } from '../../../platform/beijing-time';
import type { ApprovalKind } from '../../approvals';
import { type PartnerDocument, partners } from '../store';
import { newSecretFor } from './new-secret';
import { readForChange, writeChanged } from './read-for-change';

const DECIDE_WITHIN_MS = 7 * DAY_MS;

/** What of an approval about a partner is the same for every kind: one is open at a time, for the version that was shown. */
const aboutPartner = {
  steps: () => [{ label: '合作方审批', permission: 'partners.approve' as const, personId: null }],
  decideWithinMs: DECIDE_WITHIN_MS,
  target: ({ partnerId }: { partnerId: string }) => targetOf(partnerId),
  concerns: () => [],
  base: async (reader: Pick<Transaction, 'get'>, payload: { partnerId: string; version: number }) => {
    const version = (await reader.get(partners, payload.partnerId))?.version ?? 0;
    if (version !== payload.version) throw new Refusal('OVERTAKEN');
    return String(version);
  },
};

export const targetOf = (partnerId: string): string => `partner:${partnerId}`;

/** Secrets say nothing in the audit log but their endings; partners' names are no people's. */
const auditViewOf = ({
  name: label,
  city,
  modes,
  requestsAMinute,
  state,
  secrets,
  newSecret,
}: PartnerDocument) => ({
  label,
  city,
  modes,
  requestsAMinute,
  state,
  endings: secrets.map(({ ending }) => ending),
  newEnding: newSecret?.ending ?? null,
});

const nobodyYet = (partnerId: string): PartnerDocument => ({
  _id: partnerId,
  name: '',
  city: '',
  modes: [],
  requestsAMinute: 1,
  state: 'sandbox',
  secrets: [],
  newSecret: null,
  version: 0,
});

/**
 * Sets a partner up or changes his settings, when another person agrees. A new partner gets his first secret with it,
 * for the requester to fetch. The effect takes two database calls.
 */
export const partnersChangeKind: ApprovalKind<PartnersChangePayload> = {
  ...aboutPartner,
  kind: 'partners.change',
  shape: partnersChangePayload,
  title: ({ name, version }) => (version === 0 ? `设置合作方：${name}` : `变更合作方：${name}`),
  effect: async (transaction, platform, { partnerId, version: _, ...settings }, context) => {
    const found = await readForChange(transaction, platform, partnerId);
    const before = found?.document ?? nobodyYet(partnerId);
    const newSecret = found ? before.newSecret : newSecretFor(platform, partnerId, context);
    const after = { ...before, ...settings, newSecret };
    await writeChanged(transaction, found?.stored ?? false, after);
    return {
      target: targetOf(partnerId),
      before: found ? auditViewOf(before) : null,
      after: auditViewOf(after),
    };
  },
};

/**
 * Makes a new secret for a partner when another person agrees; one that was made and not fetched is replaced. The old
 * ones stay good until the new one was fetched, and seven days more. The effect takes two database calls.
 */
export const partnersRotateKind: ApprovalKind<PartnersRotatePayload> = {
  ...aboutPartner,
  kind: 'partners.rotate',
  shape: partnersRotatePayload,
  title: ({ name }) => `更换合作方密钥：${name}`,
  effect: async (transaction, platform, { partnerId }, context) => {
    const found = await readForChange(transaction, platform, partnerId);
    if (!found) throw new Refusal('OVERTAKEN');
    const after = { ...found.document, newSecret: newSecretFor(platform, partnerId, context) };
    await writeChanged(transaction, found.stored, after);
    return { target: targetOf(partnerId), before: auditViewOf(found.document), after: auditViewOf(after) };
  },
};
