import { type Entry, type Kind, kinds, listStatement, readAccount, userAccount } from '../ledger';
import type { PersonalPart } from '../personal-parts';

const ENTRIES_A_PAGE = 500;

const reasonTexts: Readonly<Record<string, string>> = {
  trip: '出行减排入账',
  'trip-reversed': '出行被撤销，积分收回',
  expired: '到期',
  'hold-lapsed': '预留过期，积分退回',
  closed: '账户注销',
};

const BEIJING_OFFSET_MS = 8 * 3_600_000;
const beijingSecond = (atMs: number): string =>
  new Date(atMs + BEIJING_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');

/** What came to the rider by the entry, less what left; what was owed or set aside is neither. */
function changeOf(entry: Entry, kind: Kind): number {
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
      '序号',
      '时间',
      '事由',
      '减排积分变动',
      '奖励积分变动',
      '可用减排积分',
      '可用奖励积分',
      '待抵扣减排积分',
      '记录编号',
      '哈希',
    ],
    row: entry => [
      entry.seq,
      beijingSecond(entry.atMs),
      reasonTexts[entry.reason] ?? entry.reason,
      ...kinds.map(kind => changeOf(entry, kind)),
      entry.balanceAfter.carbon.available,
      entry.balanceAfter.bonus.available,
      entry.balanceAfter.carbon.debt,
      entry._id,
      entry.chain[0]?.hash ?? '',
    ],
  },
};
