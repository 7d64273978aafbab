import type * as z from 'zod';
import type { alarmsProcedures } from '../../../contract/staff/alarms';
import { type Alarm, acknowledgeAlarmWithin, listAlarms } from '../../../domain/alarms';
import { namesOf } from '../../../domain/staff';
import type { HandlersOf } from '../handler';
import { recordRequest } from './record-request';

type ShownAlarm = z.input<(typeof alarmsProcedures)['alarms.list']['output']>['alarms'][number];

function shownAlarm(alarm: Alarm, names: Readonly<Record<string, string>>): ShownAlarm {
  const { _id: alarmId, kind, subject, details, raisedAtMs, seenAtMs, count } = alarm;
  const { acknowledgedBy: staffId, acknowledgedAtMs, note } = alarm;
  const acknowledged =
    staffId === null
      ? null
      : { by: { staffId, name: names[staffId] ?? '' }, atMs: acknowledgedAtMs ?? 0, note: note ?? '' };
  return { alarmId, kind, subject, details, raisedAtMs, seenAtMs, count, acknowledged };
}

export const alarmsHandlers: HandlersOf<typeof alarmsProcedures> = {
  'alarms.list': {
    access: 'member',
    read: async ({ platform, input }) => {
      const page = await listAlarms(platform, input);
      const people = page.alarms.flatMap(({ acknowledgedBy }) => acknowledgedBy ?? []);
      const names = people.length === 0 ? {} : await namesOf(platform, people);
      return { ...page, alarms: page.alarms.map(alarm => shownAlarm(alarm, names)) };
    },
  },
  'alarms.acknowledge': {
    access: 'member',
    write: async (transaction, call) => {
      const { platform, actor, input } = call;
      const { alarmId, note } = input;
      const acknowledgement = { alarmId, by: actor.staffId, note };
      const { kind, subject } = await acknowledgeAlarmWithin(transaction, acknowledgement, platform.nowMs());
      await recordRequest(transaction, call, {
        action: 'alarms.acknowledge',
        target: `alarm:${alarmId.slice(0, 16)}`,
        after: { kind, aboutDigest: subject },
        reason: note,
      });
      return {};
    },
  },
};
