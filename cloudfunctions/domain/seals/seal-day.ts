import type { Platform } from '../../platform';
import type { Job } from '../jobs';
import { auditLog } from './audit-log';
import { dueDay, SEAL_AFTER_MS } from './due-day';
import { finishSeal } from './finish-seal';
import { ledgerLog } from './ledger-log';
import type { SealedLog } from './sealed-log';
import { writeChunks } from './write-chunks';

/**
 * Little enough that the job's lease outlives a step. Much, because each step of a day with many riders begins by
 * looking through all that is written of the day.
 */
const STEP_MS = 30_000;

const logs: readonly SealedLog[] = [ledgerLog, auditLog];

/**
 * Goes on sealing the log's next day until it is sealed or `untilMs` has come. False when no day is due. Harmless at any
 * time, repeated, and at once: see `writeChunks`.
 */
export async function sealNextDay(platform: Platform, log: SealedLog, untilMs: number): Promise<boolean> {
  const due = await dueDay(platform, log);
  if (due === null) return false;
  const sealing = { log, ...due };
  if (await writeChunks(platform, sealing, () => platform.nowMs() >= untilMs)) {
    await finishSeal(platform, sealing);
    platform.log('seals.sealed', { kind: log.kind, day: due.day });
  }
  return true;
}

/** Seals each day of the ledger and of the audit log, from ten minutes after its end. The cursor is the log's kind. */
export const sealDay: Job = {
  name: 'seal-day',
  everyMs: SEAL_AFTER_MS,
  async step(platform, { cursor, deadlineMs }) {
    const at = Math.max(
      0,
      logs.findIndex(({ kind }) => kind === cursor),
    );
    const untilMs = Math.min(deadlineMs, platform.nowMs() + STEP_MS);
    const isBusy = await sealNextDay(platform, logs[at]!, untilMs);
    return { cursor: (isBusy ? logs[at] : logs[at + 1])?.kind ?? null };
  },
};
