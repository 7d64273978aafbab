import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { type Copy, keepCopy } from './offline-copy';
import { call, callOnce } from './rpc';

export type NoticesPage = ProcedureOutput<'inbox.list'>;
export type Notice = NoticesPage['notices'][number];

const PAGE_LIMIT = 20;

/** Notices, latest first. Only the first page has an offline copy. */
export const firstNotices = (): Promise<Copy<NoticesPage>> =>
  keepCopy('notices', () => call('inbox.list', { limit: PAGE_LIMIT }));

export const moreNotices = (cursor: string): Promise<NoticesPage> =>
  call('inbox.list', { cursor, limit: PAGE_LIMIT });

/** How many notices are unread in all. */
export const countUnread = async (): Promise<number> => (await call('inbox.list', { limit: 1 })).unread;

/** Marks everything up to the latest notice that was shown. */
export const markNoticesRead = (upToMs: number): Promise<object> => callOnce('inbox.markRead', { upToMs });
