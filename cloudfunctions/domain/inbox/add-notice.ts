import type { NoticeParameters, NoticeTemplate } from '../../contract/inbox';
import { type Platform, positionAt, type Transaction } from '../../platform';
import { type Notice, notices } from './store';

export interface NewNotice {
  uid: string;
  template: NoticeTemplate;
  parameters: NoticeParameters;
}

/** A notice as it is stored; one whose id follows from what it tells of can be told once only. */
export function noticeOf(
  platform: Platform,
  { uid, template, parameters }: NewNotice,
  noticeId?: string,
): Notice {
  const random = platform.randomId();
  const atMs = platform.nowMs();
  const position = positionAt(atMs, random);
  return { _id: noticeId ?? random, uid, atMs, position, template, parameters, readAtMs: null };
}

/** Tells a rider of something, in the transaction in which it happens. One database call. */
export const addNotice = (transaction: Transaction, platform: Platform, notice: NewNotice): Promise<void> =>
  transaction.add(notices, noticeOf(platform, notice));
