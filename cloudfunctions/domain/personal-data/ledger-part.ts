import { type Entry, type Kind, kinds, listStatement, readAccount, userAccount } from '../ledger';
import type { PersonalPart } from '../personal-parts';

const ENTRIES_A_PAGE = 500;

/** In the words of the statement, so that one entry has one name wherever a rider reads it. */
export const reasonTexts: Readonly<Record<string, string>> = {
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

const BEIJING_OFFSET_MS = 8 * 3_600_000;
const beijingSecond = (atMs: number): string =>
  new Date(atMs + BEIJING_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');

/** What came to the rider by the entry, less what left; what was owed or set aside is neither. */
function changeOf(entry: Pick<Entry, 'account' | 'postings'>, kind: Kind): number {
  const amounts = entry.postings
    .filter(posting => posting.kind === kind)
    .map(({ source, destination, lots }) => {
      const amount = lots.reduce((sum, lot) => sum + lot.amount, 0);
      return (destination === entry.account ? amount : 0) - (source === entry.account ? amount : 0);
    });
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

/** The ledger's own documents, so that a rider can recompute every hash of his chain. They are never forgotten. */
export const ledgerPart: PersonalPart<Entry> = {
  kind: 'ledger',
  collections: ['ledger_accounts', 'ledger_entries'],
  // Entries are numbered without a hole.
  count: async (platform, uid) => (await readAccount(platform, userAccount(uid)))?.seq ?? 0,
  async page(platform, uid, cursor) {
    const page = await listStatement(platform, userAccount(uid), {
      cursor: cursor === null ? null : Number(cursor),
      limit: ENTRIES_A_PAGE,
    });
    return { rows: page.entries, nextCursor: page.nextCursor === null ? null : String(page.nextCursor) };
  },
  sheet: {
    name: 'ledger',
    head: [
      '编号',
      '时间（北京）',
      '事由',
      '减排变动',
      '奖励变动',
      '减排可用',
      '奖励可用',
      '已预留',
      '待抵扣',
      '凭证',
      '哈希',
    ],
    row({ balanceAfter: { carbon, bonus }, ...entry }) {
      return [
        entry.seq,
        beijingSecond(entry.atMs),
        reasonTexts[entry.reason] ?? entry.reason,
        ...kinds.map(kind => changeOf(entry, kind)),
        carbon.available,
        bonus.available,
        carbon.held + bonus.held,
        carbon.debt + bonus.debt,
        entry._id,
        entry.chain[0]?.hash ?? '',
      ];
    },
  },
};
