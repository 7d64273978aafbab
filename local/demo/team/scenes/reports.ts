import * as z from 'zod';
import { type Declaration, declareTrip } from '../../reports/declare-trip';
import { service, userOperations } from '../colleague';
import type { Scene } from '../scene';
import type { StaffDesk } from '../staff-desk';

const COMMUTER = 'demo-commuter-001';

const declared = (desk: StaffDesk, atMs: number, scene: string, declaration: Declaration): Promise<string> =>
  declareTrip(desk.url, atMs, declaration, scene);

/** One trip with a single ticket that is paid, one picture that says too little, one that still waits. */
export const reports: readonly Scene[] = [
  {
    name: 'a declared trip is paid',
    day: 26,
    time: '14:20',
    async play(desk, atMs) {
      const trip = { from: '福田', to: '世界之窗', minutes: 26, endedMinutesAgo: 55 };
      const note = '卡忘带了，买的单程票';
      const reportId = await declared(desk, atMs, 'declared-paid', { openid: COMMUTER, ...trip, note });
      await desk.pause(40);
      const decision = { reportId, verdict: 'approve', reason: '站名、日期和时间都一致' };
      await desk.confirmed(service, z.unknown(), 'reports.decide', decision);
    },
  },
  {
    name: 'a declared trip is sent back',
    day: 27,
    time: '13:40',
    async play(desk, atMs) {
      const trip = { from: '车公庙', to: '布吉', minutes: 41, endedMinutesAgo: 35 };
      const reportId = await declared(desk, atMs, 'declared-refused', {
        openid: COMMUTER,
        ...trip,
        note: '',
      });
      await desk.pause(25);
      const reason = '截图里看不到终点站';
      const decision = { reportId, verdict: 'refuse', code: 'facts-differ', reason };
      await desk.confirmed(userOperations, z.unknown(), 'reports.decide', decision);
    },
  },
  {
    name: 'a declared trip waits',
    day: 29,
    time: '13:10',
    async play(desk, atMs) {
      const trip = { from: '布吉', to: '大剧院', minutes: 24, endedMinutesAgo: 30 };
      await declared(desk, atMs, 'declared-waiting', {
        openid: COMMUTER,
        ...trip,
        note: '手机没电，买的单程票',
      });
    },
  },
];
