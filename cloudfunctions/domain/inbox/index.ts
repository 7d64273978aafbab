/**
 * The rider's inbox: what happened without the rider's own doing.
 *
 * 1. A notice is written in the transaction of what it tells of: neither is there without the other. What no
 *    transaction brings about, such as that a date comes near, is told under an id of its own, so once.
 * 2. It holds a template's name and its parameters, never a finished text; the mini-program words it.
 * 3. Notices are never changed but for being marked as read.
 * 4. Pages follow a position that no two notices share: none is skipped or shown twice.
 */
export { addNotice, type NewNotice } from './add-notice';
export { listNotices, type NoticePage } from './list-notices';
export { markRead } from './mark-read';
export { personalParts } from './personal-parts';
export { MOST_TOLD_AT_ONCE, type NoticeOnce, tellOnce } from './tell-once';
