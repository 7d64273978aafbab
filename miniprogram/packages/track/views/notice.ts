/** The same as TRACK_NOTICE_VERSION of the server's contract, which a test compares: nobody agrees to a text not shown. */
export const NOTICE_VERSION = '2026-11-22';

/** What the rider agrees to before the first track, apart from the privacy guideline. */
export const noticePoints: readonly { name: string; explanation: string }[] = [
  { name: '什么时候', explanation: '只在您点「开始」之后、「结束」之前。暂停时不记录位置。' },
  { name: '用来做什么', explanation: '只用来判定是不是一次骑行，并把路线画给您看。不给别人看，不用于广告。' },
  { name: '存多久', explanation: '位置 30 天后删除，您可以当场删除。之后只留里程、时间和判定结果。' },
  {
    name: '不同意会怎样',
    explanation: '只是不能记录骑行，其他功能照常。同意后随时可以撤回，所有位置立即删除。',
  },
];

/** A track is sensitive, and nobody can agree for a child but his parents. */
export const ADULT_NOTE = '未满 14 周岁，请由监护人阅读并同意。';
