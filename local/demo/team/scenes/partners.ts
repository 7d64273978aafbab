import * as z from 'zod';
import { channel, finance } from '../colleague';
import { decide, noted, request } from '../decide';
import type { Scene } from '../scene';
import type { StaffDesk } from '../staff-desk';

const partnerId = 'sz-bus';
const settings = { partnerId, name: '深圳公交联调', city: 'shenzhen', modes: ['bus'], requestsAMinute: 120 };

const approve = (desk: StaffDesk, note: string, comment: string): Promise<void> =>
  decide(desk, finance, noted(desk, note), { verdict: 'approve', comment });

/** The secret is shown once, to be handed to the partner; here nobody needs it. */
async function collectSecret(desk: StaffDesk): Promise<void> {
  await desk.confirmed(channel, z.unknown(), 'partners.collectSecret', { partnerId });
}

/** A bus company in the sandbox: set up, its secret rotated, and asked for to go live. */
export const partners: readonly Scene[] = [
  {
    name: 'ask for a partner',
    day: 3,
    time: '10:40',
    play: desk =>
      request(desk, channel, 'partners.requestChange', {
        note: 'partner',
        ...settings,
        state: 'sandbox',
        reason: '公交集团开始联调，先在沙箱试发行程',
      }),
  },
  {
    name: 'agree to the partner',
    day: 3,
    time: '15:20',
    play: desk => approve(desk, 'partner', '合同已归档，同意沙箱联调'),
  },
  { name: 'collect the first secret', day: 4, time: '09:35', play: collectSecret },
  {
    name: 'ask for a rotation',
    day: 20,
    time: '10:15',
    play: desk =>
      request(desk, channel, 'partners.requestRotation', {
        note: 'rotation',
        partnerId,
        reason: '对方联调人员变动，按约定更换密钥',
      }),
  },
  {
    name: 'agree to the rotation',
    day: 20,
    time: '14:30',
    play: desk => approve(desk, 'rotation', '同意更换'),
  },
  { name: 'collect the new secret', day: 21, time: '09:30', play: collectSecret },
  {
    name: 'ask for going live',
    day: 29,
    time: '14:10',
    play: desk =>
      request(desk, channel, 'partners.requestChange', {
        note: 'live',
        ...settings,
        state: 'live',
        reason: '沙箱连续一周对账一致，申请正式接入',
      }),
  },
];
