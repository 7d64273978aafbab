/** What the ledger's own words mean, for staff: they may meet every one of them. */

const reasons: Readonly<Record<string, string>> = {
  trip: '出行减排',
  'trip-reversed': '出行撤销',
  'own-trip': '自己记录的出行',
  steps: '步数奖励',
  'claimed-elsewhere': '声明计入其他机制',
  manual: '人工补发',
  'entry-reversed': '入账撤销',
  plan: '完成出行计划',
  'plan-undone': '计划的行程被撤销',
  reward: '活动奖励',
  'campaign-funded': '活动预算拨入',
  'campaign-merged': '活动预算归并',
  'campaign-returned': '活动预算退回',
  held: '预留',
  donation: '捐赠',
  donated: '捐赠',
  'benefit-ordered': '权益兑换，预留',
  'benefit-given': '权益发放',
  'benefit-refused': '权益未发放，退回',
  'hold-voided': '预留取消',
  'hold-lapsed': '预留到期退回',
  expired: '积分到期',
  pooled: '碳积分入池',
  retired: '碳积分注销',
  settled: '商户结算',
  closed: '会员注销',
};

export const entryReason = (reason: string): string => reasons[reason] ?? reason;

const wholeAccounts: Readonly<Record<string, string>> = {
  'mint:trip': '出行减排（发行）',
  'mint:own-trip': '自己记录的出行奖励（发行）',
  'mint:steps': '步数奖励（发行）',
  'mint:manual': '人工补发（发行）',
  'mint:campaign': '活动预算（发行）',
  'mint:plan': '出行计划奖励（发行）',
  'sink:expired': '已到期',
  'sink:retired': '已注销',
  'sink:settled': '已与商户结算',
  'sink:deleted': '随会员注销',
  'sink:written-off': '待抵扣核销',
  'conversion:carbon': '减排积分抵扣',
  'conversion:bonus': '奖励积分抵扣',
};

const accountKinds: Readonly<Record<string, string>> = {
  user: '会员',
  held: '会员的预留',
  debt: '会员的待抵扣',
  campaign: '活动预算',
  pool: '碳池',
  'pool-intake': '待入池',
  merchant: '商户',
  enterprise: '企业',
  mint: '发行',
  sink: '出账',
  conversion: '抵扣',
};

/** As many characters of a rider's id as riders read out. */
const NUMBER_SHOWN = 8;
const ofRider = new Set(['user', 'held', 'debt']);

/** `user:7k3f…` as `会员 7k3f9a2c`. */
export function accountName(account: string): string {
  const whole = wholeAccounts[account];
  if (whole !== undefined) return whole;
  const at = account.indexOf(':');
  const [kind, id] = [account.slice(0, at), account.slice(at + 1)];
  const shown = ofRider.has(kind) ? id.slice(0, NUMBER_SHOWN) : id;
  return `${accountKinds[kind] ?? kind} ${shown}`;
}

export const kindName = (kind: string): string => (kind === 'carbon' ? '减排积分' : '奖励积分');

/** A hash as people compare it: its beginning and its end. */
export const shortHash = (hash: string): string =>
  hash.length > 20 ? `${hash.slice(0, 8)}…${hash.slice(-8)}` : hash;

/** An entry's key without the digits in its middle that nobody reads. */
export const shortKey = (key: string): string =>
  key.length > 40 ? `${key.slice(0, key.length - 56)}…${key.slice(-8)}` : key;
