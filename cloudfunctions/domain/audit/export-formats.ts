import { writeCsv } from '../../platform/csv';
import { type AuditEntry, auditEntries } from './store';

const columns = [
  '时间（北京）',
  '操作人',
  '角色',
  '操作',
  '权限',
  '对象',
  '结果',
  '错误码',
  '原因',
  '变更前',
  '变更后',
  '标记',
  '请求编号',
  '记录编号',
  '链',
  '序号',
  '前一条哈希',
  '本条哈希',
] as const;

const BEIJING_OFFSET_MS = 8 * 3_600_000;
const beijingTime = (atMs: number): string =>
  new Date(atMs + BEIJING_OFFSET_MS).toISOString().replace('T', ' ').replace('Z', '');

const jsonOf = (value: unknown): string => (value === null ? '' : JSON.stringify(value));

function rowOf(entry: AuditEntry): (string | number)[] {
  const link = entry.chain[0]!;
  return [
    beijingTime(entry.atMs),
    entry.actorId,
    entry.roles.join(' '),
    entry.action,
    entry.permission ?? '',
    entry.target ?? '',
    entry.result,
    entry.code ?? '',
    entry.reason ?? '',
    jsonOf(entry.before),
    jsonOf(entry.after),
    entry.flags.join(' '),
    entry.requestId ?? '',
    entry._id,
    link.account,
    link.seq,
    link.previousHash,
    link.hash,
  ];
}

/** For a spreadsheet. The mark at the beginning tells it that the text is UTF-8, without which Chinese is garbled. */
export function csvOf(entries: readonly AuditEntry[], { withHeader }: { withHeader: boolean }): string {
  const header = withHeader ? `\uFEFF${writeCsv([columns])}` : '';
  return header + (entries.length === 0 ? '' : writeCsv(entries.map(rowOf)));
}

/** A line for each entry, of the form that the verification reads. */
export const jsonLinesOf = (entries: readonly AuditEntry[]): string =>
  entries.map(document => `${JSON.stringify({ collection: auditEntries.name, document })}\n`).join('');
