import { makeCalls } from '../calling/make-call';
import type { Privacy } from '../permission/privacy';
import type { Scopes } from '../permission/scopes';
import type { WxHost } from '../wx-host';
import { tellWeChat } from './tell-wechat';

const DAY_MS = 24 * 3_600_000;
/** Beijing is eight hours ahead of the days of Unix time, the whole year. */
const BEIJING_MS = 8 * 3_600_000;

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

/** The data themselves are sealed by WeChat's server, which opens them to a function by the cloudID. */
export function stepsCalls(host: WxHost, privacy: Privacy, scopes: Scopes): Record<string, unknown> {
  return makeCalls({
    getWeRunData: async () => {
      await privacy.require('getWeRunData');
      await scopes.require('scope.werun');
      return {
        encryptedData: 'simulator',
        iv: 'simulator',
        cloudID: await tellWeChat(host, { stepInfoList: stepInfoList(host) }),
      };
    },
  });
}
