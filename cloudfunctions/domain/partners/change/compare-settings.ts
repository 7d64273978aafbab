import type { Difference } from '../../../contract/staff/shapes';
import { cityName, isMode, modeLabels } from '../../factors';
import type { PartnerDocument, PartnerState } from '../store';

/** What people may change of a partner. */
export type Settings = Pick<PartnerDocument, 'name' | 'city' | 'modes' | 'requestsAMinute' | 'state'>;

const stateTexts: Readonly<Record<PartnerState, string>> = {
  sandbox: '沙箱（只检查，不入账）',
  live: '正式',
  stopped: '停用',
};

const lines: readonly (readonly [string, (settings: Settings) => string])[] = [
  ['名称', ({ name }) => name],
  ['城市', ({ city }) => cityName(city)],
  ['出行方式', ({ modes }) => modes.map(mode => (isMode(mode) ? modeLabels[mode] : mode)).join('、')],
  ['每分钟请求数', ({ requestsAMinute }) => `${requestsAMinute} 次`],
  ['状态', ({ state }) => stateTexts[state]],
];

/** What a change means, line by line; null: there is no such partner yet. */
export const compareSettings = (before: Settings | null, after: Settings): Difference[] =>
  lines
    .map(([label, textOf]) => ({ label, before: before && textOf(before), after: textOf(after) }))
    .filter(difference => difference.before !== difference.after);
