import { makeCalls } from '../calling/make-call';
import type { Privacy } from '../permission/privacy';
import type { Scopes } from '../permission/scopes';
import type { WxHost } from '../wx-host';

const DAY_MS = 24 * 3_600_000;
/** Beijing is eight hours ahead of the days of Unix time, the whole year. */
const BEIJING_MS = 8 * 3_600_000;
/** What the simulator puts into `cloudID`, so that `wx.cloud.CloudID` can be opened again on the way to a function. */
export const STEPS_CLOUD_ID = 'simulator-werun';

export interface StepInfo {
  /** Second at which the Beijing day begins. */
  timestamp: number;
  step: number;
}

/** The days of the panel, oldest first, as WeChat has them. */
export function stepInfoList({ shell }: WxHost): StepInfo[] {
  const { steps } = shell.panel.devices.current();
  const today = Math.floor((shell.nowMs() + BEIJING_MS) / DAY_MS) * DAY_MS - BEIJING_MS;
  return steps.map((step, ago) => ({ timestamp: (today - ago * DAY_MS) / 1000, step })).reverse();
}

/** The data themselves are sealed for the server, which opens them through the cloudID. */
export function stepsCalls(_host: WxHost, privacy: Privacy, scopes: Scopes): Record<string, unknown> {
  return makeCalls({
    getWeRunData: async () => {
      await privacy.require('getWeRunData');
      await scopes.require('scope.werun');
      return { encryptedData: 'simulator', iv: 'simulator', cloudID: STEPS_CLOUD_ID };
    },
  });
}
