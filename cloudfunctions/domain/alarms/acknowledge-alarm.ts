import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import { type Alarm, alarms } from './store';

export interface Acknowledgement {
  alarmId: string;
  /** Who looks into it. */
  by: string;
  note: string;
}

/** `acknowledgeAlarm` in a transaction of somebody else's. */
export async function acknowledgeAlarmWithin(
  transaction: Transaction,
  { alarmId, by, note }: Acknowledgement,
  nowMs: number,
): Promise<Alarm> {
  const alarm = await transaction.get(alarms, alarmId);
  if (!alarm) throw new Refusal('NOT_FOUND', { field: 'alarmId' });
  if (alarm.state !== 'open') throw new Refusal('ALREADY_DECIDED');
  const acknowledged = {
    state: 'acknowledged' as const,
    acknowledgedBy: by,
    acknowledgedAtMs: nowMs,
    note,
  };
  await transaction.update(alarms, alarmId, acknowledged);
  return { ...alarm, ...acknowledged };
}

/**
 * Somebody has seen an alarm and says what he makes of it. It changes nothing of what it is about. Errors: `NOT_FOUND`,
 * `ALREADY_DECIDED` when somebody else was there before. Four database calls.
 */
export const acknowledgeAlarm = (platform: Platform, acknowledgement: Acknowledgement): Promise<Alarm> =>
  platform.database.transact(transaction =>
    acknowledgeAlarmWithin(transaction, acknowledgement, platform.nowMs()),
  );
