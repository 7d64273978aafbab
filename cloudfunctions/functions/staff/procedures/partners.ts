import { Refusal } from '../../../contract/errors';
import type { partnersProcedures } from '../../../contract/staff/partners';
import { modes } from '../../../domain/factors';
import { findAllSets } from '../../../domain/factors/import';
import { checkRequest, readTrial } from '../../../domain/partners';
import {
  collectSecret,
  listPartners,
  requestChange,
  requestRotation,
  showSecret,
} from '../../../domain/partners/change';
import { compareDay } from '../../../domain/reconciliation';
import { isDay } from '../../../platform/beijing-time';
import { type HandlersOf, inSteps, type MemberCall } from '../handler';
import { recordRequest } from './record-request';
import { tryBody } from './try-body';

type CallOf<Name extends keyof typeof partnersProcedures> = MemberCall<(typeof partnersProcedures)[Name]>;

const targetOf = (partnerId: string): string => `partner:${partnerId}`;

export const partnersHandlers: HandlersOf<typeof partnersProcedures> = {
  'partners.list': {
    access: 'member',
    read: async ({ platform, actor }) => {
      const [partners, sets] = await Promise.all([
        listPartners(platform, actor.staffId),
        findAllSets(platform),
      ]);
      return { partners, cities: [...new Set(sets.map(({ city }) => city))], modes: [...modes] };
    },
  },
  'partners.requestChange': {
    access: 'member',
    write: async (transaction, call) => {
      const { platform, actor, input } = call;
      const request = { ...input, requesterId: actor.staffId };
      const { approvalId } = await requestChange(transaction, platform, request);
      const { partnerId, name: label, reason, ...settings } = input;
      await recordRequest(transaction, call, {
        action: 'partners.requestChange',
        target: targetOf(partnerId),
        after: { approvalId, label, ...settings },
        reason,
      });
      return { approvalId };
    },
  },
  'partners.requestRotation': {
    access: 'member',
    write: async (transaction, call) => {
      const { platform, actor, input } = call;
      const request = { ...input, requesterId: actor.staffId };
      const { approvalId } = await requestRotation(transaction, platform, request);
      await recordRequest(transaction, call, {
        action: 'partners.requestRotation',
        target: targetOf(input.partnerId),
        after: { approvalId },
        reason: input.reason,
      });
      return { approvalId };
    },
  },
  'partners.collectSecret': {
    access: 'member',
    // What is kept as the answer is closed; it is opened for each answer to who asked.
    ...inSteps(
      async (transaction, call: CallOf<'partners.collectSecret'>) => {
        const { platform, actor, input } = call;
        const collected = await collectSecret(transaction, platform, { ...input, staffId: actor.staffId });
        const { ending, oldEndsAtMs } = collected;
        await recordRequest(transaction, call, {
          action: 'partners.collectSecret',
          target: targetOf(input.partnerId),
          after: { ending, oldEndsAtMs },
          reason: null,
        });
        return collected;
      },
      async ({ platform }, collected) => showSecret(platform, collected),
    ),
  },
  'partners.trial': {
    access: 'member',
    read: ({ platform, input: { partnerId } }) => readTrial(platform, partnerId),
  },
  'partners.check': {
    access: 'member',
    read: async ({ platform, input: { signature, body, ...request } }) => {
      const signed = { ...request, body: Buffer.from(body, 'utf8') };
      const { partner, checks } = await checkRequest(platform, signed, signature);
      if (!partner || !checks.every(({ part, isGood }) => isGood || part !== 'signature')) {
        return { checks, rides: null };
      }
      const { advice, rides } = await tryBody(platform, partner, request, body);
      return { checks: [...checks, { part: 'body' as const, isGood: advice === '', advice }], rides };
    },
  },
  'partners.day': {
    access: 'member',
    read: async ({ platform, input: { partnerId, day } }) => {
      if (!isDay(day)) throw new Refusal('INVALID_INPUT', { field: 'day', reason: '没有这一天' });
      const { ours: found, stated, agrees } = await compareDay(platform, { partnerId, day });
      return {
        day,
        accepted: found.accepted,
        received: found.received,
        stated,
        agrees,
        reversed: found.reversed.count,
        pending: found.pending.count,
        refused: found.refused.count,
        more: found.nextAfter !== null,
      };
    },
  },
};
