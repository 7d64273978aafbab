import * as z from 'zod';
import { channel, director, finance } from '../colleague';
import { decide, request } from '../decide';
import type { Scene } from '../scene';
import type { StaffDesk } from '../staff-desk';

const pools = z.object({
  pools: z.array(z.object({ origin: z.string(), issued: z.int(), left: z.int() })),
});
/** As much as the shuttle of the event has emitted on a day, and no more than is there. */
const GRAMS = 400;
const NOTE = 'retirement';

/** What riders have given away by then is enough for a small event; in a city without any there is nothing to retire. */
async function ask(desk: StaffDesk): Promise<void> {
  const listed = await desk.read(channel, pools, 'pools.list');
  const pool = listed.pools.find(({ issued, left }) => issued > left);
  if (pool === undefined) return;
  await request(desk, channel, 'pools.requestRetirement', {
    note: NOTE,
    origin: pool.origin,
    amount: Math.min(GRAMS, pool.issued - pool.left),
    beneficiary: '湾区绿色骑行日（示例）',
    purpose: '抵消活动接驳车一天的排放',
    reason: '主办方已确认排放量和受益方名称，确认单已归档',
  });
}

async function agree(desk: StaffDesk): Promise<void> {
  const approvalId = desk.file.state.notes[NOTE];
  if (approvalId === undefined) return;
  await decide(desk, finance, approvalId, { verdict: 'approve', comment: '编号和克数已核对' });
  await desk.pause(30);
  await decide(desk, director, approvalId, { verdict: 'approve', comment: '同意注销' });
}

/** Grams that left riders are retired for somebody, as everybody can read on the open ledger. */
export const retirements: readonly Scene[] = [
  { name: 'ask for grams to be retired', day: 24, time: '10:20', play: ask },
  { name: 'agree to the retirement', day: 24, time: '15:40', play: agree },
];
