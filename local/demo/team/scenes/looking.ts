import * as z from 'zod';
import { HOUR_MS } from '../../beijing-time';
import { Phone, PhoneError } from '../../people/phone';
import { auditor, type Colleague, channel, content, secondService, service, team } from '../colleague';
import type { Scene } from '../scene';
import type { StaffDesk } from '../staff-desk';

const nothing = z.unknown();
const signedIn = z.object({ uid: z.string() });
const chains = z.object({ chains: z.array(z.object({ account: z.string() })) });
const ASKED_ABOUT = 'demo-commuter-001';

/** A rider reads out the number, and customer service looks why a trip paid less. */
async function answerRider(desk: StaffDesk): Promise<void> {
  const { uid } = await new Phone(desk.url, ASKED_ABOUT).call(
    signedIn,
    'riders.signIn',
    {},
    `${ASKED_ABOUT}-sign-in`,
  );
  await desk.read(service, nothing, 'riders.find', { number: uid.slice(0, 8) });
  await desk.read(service, nothing, 'riders.trips', { uid });
}

/** Tries what the role does not allow; the denial is written down. */
async function mayNot(desk: StaffDesk, who: Colleague, procedure: string): Promise<void> {
  try {
    await desk.read(who, nothing, procedure);
  } catch (error) {
    if (error instanceof PhoneError && error.code === 'FORBIDDEN') return;
    throw error;
  }
}

async function audit(desk: StaffDesk): Promise<void> {
  await desk.read(auditor, nothing, 'audit.search', { action: 'parameters.requestChange' });
  const [first] = (await desk.read(auditor, chains, 'audit.chains')).chains;
  await desk.read(auditor, nothing, 'audit.chain', { account: first?.account ?? '', afterSeq: 0 });
  await desk.confirmed(auditor, nothing, 'audit.export', { format: 'csv' });
}

async function reconcile(desk: StaffDesk): Promise<void> {
  const day = new Date((await desk.clock.nowMs()) - 16 * HOUR_MS).toISOString().slice(0, 10);
  await desk.read(channel, nothing, 'partners.day', { partnerId: 'bawei', day });
}

/** Everybody's first look of the day; accounts that nobody uses would be disabled in time. */
async function lookAtDesks(desk: StaffDesk): Promise<void> {
  for (const who of team.filter(each => each !== secondService)) await desk.read(who, nothing, 'desk.todos');
}

/** What only reads: the log says who has looked at people and who tried what he may not. */
export const looking: readonly Scene[] = [
  { name: 'answer a rider', day: 10, time: '10:15', play: answerRider },
  {
    name: 'try the audit log',
    day: 16,
    time: '11:10',
    async play(desk) {
      await mayNot(desk, content, 'audit.search');
      await mayNot(desk, service, 'partners.list');
    },
  },
  { name: 'look over the log', day: 17, time: '14:00', play: audit },
  { name: 'reconcile a day', day: 18, time: '10:00', play: reconcile },
  { name: 'look at desks', day: 29, time: '09:05', play: lookAtDesks },
];
