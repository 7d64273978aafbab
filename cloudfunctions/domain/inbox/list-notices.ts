import type { NoticeParameters, NoticeTemplate } from '../../contract/inbox';
import type { Platform } from '../../platform';
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
  { uid, cursor, limit }: { uid: string; cursor: string | null; limit: number },
): Promise<NoticePage> {
  const [found, unread] = await Promise.all([
    platform.database.find(notices, {
      where: { uid, ...(cursor !== null && { position: { below: cursor } }) },
      orderBy: [['position', 'desc']],
      limit: limit + 1,
    }),
    platform.database.count(notices, { uid, readAtMs: null }),
  ]);
  const shown = found.slice(0, limit);
  return {
    notices: shown.map(({ _id, atMs, template, parameters, readAtMs }) => ({
      noticeId: _id,
      atMs,
      template,
      parameters,
      read: readAtMs !== null,
    })),
    nextCursor: found.length > limit ? (shown.at(-1)?.position ?? null) : null,
    unread,
  };
}
