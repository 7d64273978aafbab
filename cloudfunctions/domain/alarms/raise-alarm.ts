import { type Platform, positionAt } from '../../platform';
import { type Alarm, alarms } from './store';

export type Raised = Pick<Alarm, 'kind' | 'subject' | 'details'>;

const newAlarm = (_id: string, { kind, subject, details }: Raised, nowMs: number): Alarm => ({
  _id,
  kind,
  subject,
  details,
  raisedAtMs: nowMs,
  seenAtMs: nowMs,
  count: 1,
  state: 'open',
  acknowledgedBy: null,
  acknowledgedAtMs: null,
  note: null,
  position: positionAt(nowMs, _id),
});

/**
 * Raises an alarm, or notes that one of the same kind and subject goes on: that stays acknowledged when it was, for
 * somebody is at it. Four database calls.
 */
export async function raiseAlarm(platform: Platform, raised: Raised): Promise<void> {
  const id = platform.keyedDigest('alarm', JSON.stringify([raised.kind, raised.subject]));
  const nowMs = platform.nowMs();
  platform.log('alarms.raised', { kind: raised.kind, subject: raised.subject, ...raised.details });
  await platform.database.transact(async transaction => {
    const known = await transaction.get(alarms, id);
    if (!known) return transaction.add(alarms, newAlarm(id, raised, nowMs));
    return transaction.update(alarms, id, { seenAtMs: nowMs, count: known.count + 1 });
  });
}
