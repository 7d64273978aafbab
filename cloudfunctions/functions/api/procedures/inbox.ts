import type { inboxProcedures } from '../../../contract/inbox';
import { listNotices, markRead } from '../../../domain/inbox';
import type { HandlersOf } from '../handler';

export const inboxHandlers: HandlersOf<typeof inboxProcedures> = {
  'inbox.list': {
    access: 'rider',
    run: ({ platform, uid, input }) =>
      listNotices(platform, { uid, cursor: input.cursor ?? null, limit: input.limit }),
  },
  'inbox.markRead': {
    access: 'rider',
    run: ({ platform, uid, request, input }) => markRead(platform, { uid, request, ...input }),
  },
};
