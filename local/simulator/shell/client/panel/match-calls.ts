import type { CallNote } from '../../shell-contract';
import type { CloudCall } from '../../simulator-contract';

/** One line of the list: what the app sent, what the function did for it, or either alone. */
export interface CallRow {
  name: string;
  /** Whether this phone made it. */
  isOwn: boolean;
  atMs: number;
  /** As the app felt it; null for calls that it did not make. */
  appMs: number | null;
  cloudMs: number | null;
  databaseCalls: number | null;
  scans: number;
  outcome: string;
}

/** The endpoint's clock may walk on between a call's beginning here and there. */
const TOLERANCE_MS = 300;

const triggers: Record<string, string> = { wx_trigger: '定时', wx_http: 'HTTP 请求' };

/** Newest first. A note and a record are one call when the record began while the app was waiting for that function. */
export function matchCalls(notes: readonly CallNote[], records: readonly CloudCall[]): CallRow[] {
  const left = [...records];
  const rows = [...notes].reverse().map((note): CallRow => {
    const at = left.findIndex(record => belongs(note, record));
    const [record] = at < 0 ? [] : left.splice(at, 1);
    return {
      name: note.name,
      isOwn: true,
      atMs: note.startedAtMs,
      appMs: note.ms,
      cloudMs: record?.ms ?? null,
      databaseCalls: record?.databaseCalls ?? null,
      scans: record?.scansWithoutIndex ?? 0,
      outcome: note.outcome,
    };
  });
  return [...rows, ...left.map(rowOf)].sort((a, b) => b.atMs - a.atMs);
}

function belongs({ name, startedAtMs, ms }: CallNote, record: CloudCall): boolean {
  if (record.trigger !== 'wx_client' || name.split(' ')[0] !== record.function) return false;
  const atMs = Date.parse(record.at);
  return atMs >= startedAtMs - TOLERANCE_MS && atMs <= startedAtMs + ms + TOLERANCE_MS;
}

function rowOf(record: CloudCall): CallRow {
  const trigger = triggers[record.trigger] ?? '';
  return {
    name: trigger === '' ? record.function : `${record.function} ${trigger}`,
    isOwn: false,
    atMs: Date.parse(record.at),
    appMs: null,
    cloudMs: record.ms,
    databaseCalls: record.databaseCalls,
    scans: record.scansWithoutIndex,
    outcome: record.outcome,
  };
}
