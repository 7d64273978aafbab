import type { NoticeParameters, NoticeTemplate } from '../../contract/inbox';
import { latestPage, type PageAsked, type Platform } from '../../platform';
import { notices } from './store';

export interface NoticeView {
  noticeId: string;
  atMs: number;
  template: NoticeTemplate;
  parameters: NoticeParameters;
  read: boolean;
}

export interface NoticePage {
  notices: NoticeView[];
  nextCursor: string | null;
  unread: number;
}

/** A page of a rider's notices, latest first, and how many are unread in all. Two database calls. */
export async function listNotices(
  platform: Platform,
  { uid, ...page }: { uid: string } & PageAsked,
): Promise<NoticePage> {
  const [{ shown, nextCursor }, unread] = await Promise.all([
    latestPage(platform.database, notices, { uid }, page),
    platform.database.count(notices, { uid, readAtMs: null }),
  ]);
  return {
    notices: shown.map(({ _id, atMs, template, parameters, readAtMs }) => ({
      noticeId: _id,
      atMs,
      template,
      parameters,
      read: readAtMs !== null,
    })),
    nextCursor,
    unread,
  };
}
