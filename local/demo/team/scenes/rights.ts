import * as z from 'zod';
import { addDays, dayOf } from '../../beijing-time';
import { administrator, type Colleague, director, media, office, secondService, service } from '../colleague';
import { decide, noted, request } from '../decide';
import { staffIdOf } from '../hire';
import type { Scene } from '../scene';
import type { StaffDesk } from '../staff-desk';

const nothing = z.unknown();

async function recordLeave(desk: StaffDesk, who: Colleague, days: number, reason: string): Promise<void> {
  const untilDay = addDays(dayOf(await desk.clock.nowMs()), days);
  const staffId = staffIdOf(desk, who.openid);
  await desk.confirmed(administrator, nothing, 'staff.recordLeave', { staffId, untilDay, reason });
}

const review = z.object({ quarter: z.string() });

/** The quarterly check of a few; the others are still to be looked at. */
async function reviewSome(desk: StaffDesk): Promise<void> {
  const { quarter } = await desk.read(office, review, 'staff.review');
  const decisions = [
    { who: service, decision: 'keep', note: '每天用于答复会员，保留' },
    { who: media, decision: 'keep', note: '岗位未变，保留' },
    { who: secondService, decision: 'reduce', note: '即将休长假，返岗前缩减' },
  ];
  for (const { who, decision, note } of decisions) {
    const staffId = staffIdOf(desk, who.openid);
    await desk.change(office, nothing, 'staff.recordReview', { staffId, quarter, decision, note });
  }
}

const elevation = (note: string, reason: string) => (desk: StaffDesk) =>
  request(desk, service, 'desk.requestElevation', { note, permissions: ['parameters.read'], reason });

/** Rights that come and go: for some hours, by a role, with a leave and back. */
export const rights: readonly Scene[] = [
  {
    name: 'ask for an elevation',
    day: 10,
    time: '09:20',
    play: elevation('elevation', '今天集中答复上限问题，需要查看运营参数'),
  },
  {
    name: 'agree to the elevation',
    day: 10,
    time: '09:45',
    async play(desk) {
      const comment = '仅限今天';
      await decide(desk, office, noted(desk, 'elevation'), { verdict: 'approve', comment });
      await desk.pause(6);
      await desk.read(service, nothing, 'parameters.list');
    },
  },
  {
    name: 'begin a leave',
    day: 11,
    time: '17:30',
    play: desk => recordLeave(desk, media, 3, '年休假'),
  },
  {
    name: 'ask for a role change',
    day: 13,
    time: '10:30',
    play: desk =>
      request(desk, administrator, 'roles.requestChange', {
        note: 'role',
        roleId: 'new-media',
        name: '新媒体运营',
        permissions: ['desk.use', 'staff.read'],
        reason: '排班发布前需要查看在岗同事',
      }),
  },
  {
    name: 'agree to the role change first',
    day: 13,
    time: '15:00',
    play: desk => decide(desk, office, noted(desk, 'role'), { verdict: 'approve', comment: '同意' }),
  },
  {
    name: 'agree to the role change second',
    day: 14,
    time: '09:30',
    play: desk =>
      decide(desk, director, noted(desk, 'role'), { verdict: 'approve', comment: '同意，只读即可' }),
  },
  {
    name: 'end a leave',
    day: 15,
    time: '09:05',
    async play(desk) {
      const staffId = staffIdOf(desk, media.openid);
      const reason = '休假结束，本人已返岗';
      await desk.confirmed(administrator, nothing, 'staff.enable', { staffId, reason });
    },
  },
  { name: 'review some', day: 24, time: '10:00', play: reviewSome },
  {
    name: 'begin a long leave',
    day: 25,
    time: '17:40',
    play: desk => recordLeave(desk, secondService, 30, '陪产假'),
  },
  {
    name: 'ask for another elevation',
    day: 29,
    time: '17:50',
    play: elevation('elevation-2', '明天上午答复每天上限的来电，需要查看运营参数'),
  },
];
