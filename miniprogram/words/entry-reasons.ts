/**
 * What an entry is called by its reason, also one of a trip whose places have been forgotten: the ledger cannot forget.
 * Statement, search and export say the same.
 */
export const entryReasons: Readonly<Record<string, string>> = {
  trip: '出行减排',
  'trip-reversed': '行程撤销',
  'own-trip': '自己记录的出行',
  steps: '步数奖励',
  'claimed-elsewhere': '声明计入其他机制，积分退出',
  manual: '客服补发',
  'entry-reversed': '入账撤销',
  expired: '积分到期',
  'hold-lapsed': '预留到期，积分退回',
  'donation-held': '捐赠，先预留半小时',
  'donation-given': '捐赠送出',
  'donation-taken-back': '取消捐赠，积分退回',
  plan: '完成出行计划',
  'plan-undone': '计划的行程被撤销',
  'benefit-ordered': '兑换权益，先预留',
  'benefit-given': '权益已发放',
  'benefit-refused': '权益没有发放，积分退回',
};
