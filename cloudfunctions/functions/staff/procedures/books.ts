import { Refusal } from '../../../contract/errors';
import type { booksProcedures } from '../../../contract/staff/books';
import {
  findAccount,
  listEntries,
  readBookEntry,
  readDay,
  readStop,
  reconcilePage,
  requestCredit,
  requestResume,
  requestReversal,
} from '../../../domain/books';
import { findRider } from '../../../domain/riders';
import { isDay } from '../../../platform/beijing-time';
import type { HandlersOf } from '../handler';
import { accountTarget } from '../target-of';
import { recordRequest } from './record-request';

function requireDay(day: string): void {
  if (!isDay(day)) throw new Refusal('INVALID_INPUT', { field: 'day', reason: '没有这一天' });
}

export const booksHandlers: HandlersOf<typeof booksProcedures> = {
  'books.account': {
    access: 'member',
    read: async ({ platform, input }) => ({ account: await findAccount(platform, input.accountId) }),
    target: ({ account }) => account && accountTarget(account.accountId),
  },
  'books.entries': {
    access: 'member',
    read: ({ platform, input }) => listEntries(platform, input),
  },
  'books.entry': {
    access: 'member',
    read: async ({ platform, input }) => {
      const { entry, ...rest } = await readBookEntry(platform, input.entryKey);
      return { entry: { ...entry }, ...rest };
    },
    target: ({ entry }) => accountTarget(entry.account),
  },
  'books.requestCredit': {
    access: 'member',
    write: async (transaction, call) => {
      const { platform, actor, input, openid } = call;
      const requesterUid = await findRider(platform, openid);
      const request = { ...input, requesterId: actor.staffId, requesterUid };
      const { approvalId } = await requestCredit(transaction, platform, request);
      const { uid, amount, occasion, reason } = input;
      await recordRequest(transaction, call, {
        action: 'books.requestCredit',
        target: `rider:${uid}`,
        after: { approvalId, amount, occasion },
        reason,
      });
      return { approvalId };
    },
  },
  'books.requestReversal': {
    access: 'member',
    write: async (transaction, call) => {
      const { platform, actor, input, openid } = call;
      const requesterUid = await findRider(platform, openid);
      const request = { ...input, requesterId: actor.staffId, requesterUid };
      const { approvalId, uid } = await requestReversal(transaction, platform, request);
      await recordRequest(transaction, call, {
        action: 'books.requestReversal',
        target: `rider:${uid}`,
        after: { approvalId, entryDigest: input.entryKey },
        reason: input.reason,
      });
      return { approvalId };
    },
  },
  'books.payingOut': {
    access: 'member',
    read: ({ platform }) => readStop(platform),
  },
  'books.requestResume': {
    access: 'member',
    write: async (transaction, call) => {
      const { platform, actor, input } = call;
      const { reason } = input;
      const { approvalId } = await requestResume(transaction, platform, {
        reason,
        requesterId: actor.staffId,
      });
      await recordRequest(transaction, call, {
        action: 'books.requestResume',
        target: 'account:paying-out',
        after: { approvalId },
        reason,
      });
      return { approvalId };
    },
  },
  'books.day': {
    access: 'member',
    read: ({ platform, input: { day } }) => {
      requireDay(day);
      return readDay(platform, day);
    },
  },
  'books.reconcile': {
    access: 'member',
    read: ({ platform, input }) => {
      requireDay(input.day);
      return reconcilePage(platform, input);
    },
  },
};
