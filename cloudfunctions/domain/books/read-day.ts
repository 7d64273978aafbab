import type { StaffOutput } from '../../contract/staff/procedures';
import type { Platform } from '../../platform';
import { countDay } from '../ledger';
import { type LogKind, readSeal, type Seal } from '../seals';

type Day = StaffOutput<'books.day'>;
type Flow = Day['flows'][number];

const shownSeal = ({ root, previousRoot, entryCount, lateCount, accounts, sealedAtMs }: Seal) => ({
  root,
  previousRoot,
  entryCount,
  lateCount,
  accounts,
  sealedAtMs,
});

/** What is sealed of a day, and what the sealed entries moved. Three database calls side by side. */
export async function readDay(platform: Platform, day: string): Promise<Day> {
  const sealOf = (kind: LogKind) => readSeal(platform, kind, day);
  const [seal, auditSeal, entryCount] = await Promise.all([
    sealOf('ledger'),
    sealOf('audit'),
    countDay(platform, day),
  ]);
  return {
    day,
    seal: seal && shownSeal(seal),
    auditSeal: auditSeal && shownSeal(auditSeal),
    flows: (seal?.sums ?? []) as Flow[],
    entryCount,
  };
}
