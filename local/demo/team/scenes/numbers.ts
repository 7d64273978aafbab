import * as z from 'zod';
import { dayOf } from '../../beijing-time';
import { director, finance, userOperations } from '../colleague';
import { decide, noted, request } from '../decide';
import type { Scene } from '../scene';
import type { StaffDesk } from '../staff-desk';

const HEADER =
  'mode,reductionMilligramsPerKm,baselineMilligramsPerKm,emissionMilligramsPerKm,year,source,standing,note';
const SOURCE = '运营方内部测算稿';

/** The metro's number as before, the bus's a little lower. */
const factorFile = (year: number, busMilligrams: string): string =>
  [
    HEADER,
    `metro,46700,,,${year},${SOURCE},derived,地铁沿用现值。`,
    `bus,${busMilligrams},,,${year},${SOURCE},derived,纯电动公交按新车型能耗下调。`,
  ].join('\n');

/** A set for the year after this one. */
async function nextSet(desk: StaffDesk, busMilligrams: string) {
  const year = Number(dayOf(await desk.clock.nowMs()).slice(0, 4));
  return {
    setId: `sz-${year + 1}-draft`,
    city: 'shenzhen',
    name: `深圳市减排因子（${year + 1} 年草案）`,
    validFromDay: `${year + 1}-01-01`,
    csv: factorFile(year, busMilligrams),
  };
}

const checked = z.object({ problems: z.array(z.unknown()), differences: z.array(z.unknown()) });

/** One file with a slip of the hand, and the mended one. */
async function tryFactors(desk: StaffDesk): Promise<void> {
  for (const busMilligrams of ['26.9', '25800'])
    await desk.confirmed(userOperations, checked, 'factors.checkImport', await nextSet(desk, busMilligrams));
}

const changeTo = (path: string, value: number) => ({ changes: [{ path, value }], activeFromMs: null });

/** Parameters and factors: one change that others agree to, one that is denied, one that waits. None alters a ride. */
export const numbers: readonly Scene[] = [
  { name: 'try factors', day: 2, time: '10:05', play: tryFactors },
  {
    name: 'ask for a month cap',
    day: 5,
    time: '10:10',
    play: desk =>
      request(desk, userOperations, 'parameters.requestChange', {
        note: 'month-cap',
        ...changeTo('earning.monthCapGrams', 240_000),
        reason: '轮班和跨城通勤的会员月底接近上限，拟提高到 240 千克',
      }),
  },
  {
    name: 'agree to the month cap',
    day: 6,
    time: '09:40',
    async play(desk) {
      const approvalId = noted(desk, 'month-cap');
      const text = '按上月数据测算，只影响极少数会员，预算可承受。';
      await desk.change(finance, z.unknown(), 'approvals.comment', { approvalId, text });
      await desk.pause(35);
      await decide(desk, director, approvalId, { verdict: 'approve', comment: '同意，观察一个月' });
    },
  },
  {
    name: 'ask for a shorter expiry',
    day: 8,
    time: '10:10',
    play: desk =>
      request(desk, userOperations, 'parameters.requestChange', {
        note: 'expiry',
        ...changeTo('ledger.expiryMonths', 12),
        reason: '缩短有效期，减少长期未使用的积分',
      }),
  },
  {
    name: 'deny the shorter expiry',
    day: 8,
    time: '16:45',
    play: desk =>
      decide(desk, finance, noted(desk, 'expiry'), {
        verdict: 'deny',
        comment: '与已公示的规则不符，须先公告并给会员留出时间',
      }),
  },
  {
    name: 'ask for a day cap',
    day: 29,
    time: '09:50',
    async play(desk) {
      await request(desk, userOperations, 'parameters.requestChange', {
        note: 'day-cap',
        ...changeTo('earning.dayCapGrams', 12_000),
        reason: '周末远途出行常到每天上限，拟提高到 12 千克',
      });
      await desk.pause(22);
      const text = '请附上近四周触及上限的人次。';
      await desk.change(finance, z.unknown(), 'approvals.comment', {
        approvalId: noted(desk, 'day-cap'),
        text,
      });
    },
  },
  {
    name: 'ask for factors',
    day: 29,
    time: '11:30',
    play: async desk =>
      request(desk, userOperations, 'factors.requestImport', {
        note: 'factors',
        ...(await nextSet(desk, '25800')),
        reason: '明年的因子草案，请财务和总监核对来源',
      }),
  },
];
