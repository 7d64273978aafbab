import {
  acknowledgeAlarm,
  countOpenAlarms,
  listAlarms,
  raiseAlarm,
} from '../../../../cloudfunctions/domain/alarms';
import { SealedWorld } from '../seals/sealed-world';

const FIRST_PAGE = { cursor: null, limit: 10 } as const;
let world: SealedWorld;
beforeEach(() => {
  world = new SealedWorld();
});
const raise = (subject: string) =>
  raiseAlarm(world.process(), { kind: 'ledger-finding', subject, details: { code: 'CHANGED', seq: 3 } });
const acknowledge = (alarmId: string) =>
  acknowledgeAlarm(world.process(), { alarmId, by: 'staff:1', note: 'looking' });

test('what goes on is one alarm, and another subject another', async () => {
  await raise('a');
  world.nowMs += 1_000;
  await raise('a');
  await raise('b');
  const { alarms } = await listAlarms(world.process(), { state: 'open', ...FIRST_PAGE });
  expect(alarms.map(({ subject, count }) => [subject, count])).toEqual([
    ['b', 1],
    ['a', 2],
  ]);
  expect(alarms[1]!.seenAtMs - alarms[1]!.raisedAtMs).toBe(1_000);
});

test('acknowledged by one, with a note, it stays so when it goes on', async () => {
  await raise('a');
  const { alarms } = await listAlarms(world.process(), { state: 'open', ...FIRST_PAGE });
  await acknowledge(alarms[0]!._id);
  await expect(acknowledge(alarms[0]!._id)).rejects.toMatchObject({ code: 'ALREADY_DECIDED' });
  await expect(acknowledge('nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await raise('a');
  expect(await countOpenAlarms(world.process())).toBe(0);
  const known = await listAlarms(world.process(), { state: 'acknowledged', ...FIRST_PAGE });
  expect(known.alarms).toMatchObject([{ acknowledgedBy: 'staff:1', note: 'looking', count: 2 }]);
});

test('pages follow each other without a gap', async () => {
  for (const subject of ['a', 'b', 'c']) {
    world.nowMs += 1;
    await raise(subject);
  }
  const page = (cursor: string | null) => listAlarms(world.process(), { state: 'open', cursor, limit: 2 });
  const first = await page(null);
  const rest = await page(first.nextCursor);
  expect([...first.alarms, ...rest.alarms].map(({ subject }) => subject)).toEqual(['c', 'b', 'a']);
  expect(rest.nextCursor).toBeNull();
});
