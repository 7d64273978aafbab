import { entryReasons } from '../../../miniprogram/words/entry-reasons';
import { type Entry, type Kind, kinds, listStatement, readAccount, userAccount } from '../ledger';
import type { PersonalPart } from '../personal-parts';

const ENTRIES_A_PAGE = 500;

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
        entryReasons[entry.reason] ?? entry.reason,
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
