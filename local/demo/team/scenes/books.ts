import * as z from 'zod';
import { Phone } from '../../people/phone';
import { auditor, director, finance, userOperations } from '../colleague';
import { decide, noted, request } from '../decide';
import type { Scene } from '../scene';
import type { StaffDesk } from '../staff-desk';

const signedIn = z.object({ uid: z.string() });
const HELPED = 'demo-commuter-001';

async function helpedRider(desk: StaffDesk): Promise<string> {
  const phone = new Phone(desk.url, HELPED);
  return (await phone.call(signedIn, 'riders.signIn', {}, `${HELPED}-sign-in`)).uid;
}

/** A rider who was left out of a list gets his bonus by hand, with two who agree; the auditor looks at his account. */
export const books: readonly Scene[] = [
  {
    name: 'ask for bonus by hand',
    day: 12,
    time: '10:20',
    play: async desk =>
      request(desk, userOperations, 'books.requestCredit', {
        note: 'bonus',
        uid: await helpedRider(desk),
        amount: 200,
        occasion: 'activity',
        reason: '周末绿色出行市集的签到名单漏了这位会员，现场照片和签到表已核对',
      }),
  },
  {
    name: 'agree to the bonus',
    day: 12,
    time: '15:05',
    async play(desk) {
      const approvalId = noted(desk, 'bonus');
      await decide(desk, finance, approvalId, {
        verdict: 'approve',
        comment: '签到表已核对，金额与活动规则一致',
      });
      await desk.pause(40);
      await decide(desk, director, approvalId, { verdict: 'approve', comment: '同意补发' });
    },
  },
  {
    name: 'look at an account',
    day: 13,
    time: '11:00',
    play: async desk => {
      const accountId = `user:${await helpedRider(desk)}`;
      await desk.read(auditor, z.unknown(), 'books.account', { accountId });
      await desk.read(auditor, z.unknown(), 'books.entries', { accountId });
    },
  },
];
