import type { Incentive } from '../../contract/rides';
import { APPEAL_MS, KEPT_DAYS, OLDEST_DAYS } from './rules';

const OWN_JUDGEMENT = '碳点点自行设定';
const DAY_MS = 24 * 3_600_000;

/** The numbers that declared trips are judged by; what they pay stands with all own trips. */
export const methodologyOf = (): Incentive[] => [
  {
    key: 'self-report-review',
    title: '截图申报的核对',
    rule: '图片先过平台的内容安全检查，再由工作人员比对截图与填写的内容；同一张截图只用一次，压缩过也认得出',
    value: '人工核对',
    source: '武汉碳普惠对自行申报的做法：先核对，分值减半',
    standing: 'secondary',
  },
  {
    key: 'self-report-days',
    title: '截图申报的期限',
    rule: '只能申报最近几天的出行；没有通过的，可以申诉一次，由另一位工作人员复核；截图在审核后删除',
    value: `申报 ${OLDEST_DAYS} 天内，申诉 ${APPEAL_MS / DAY_MS} 天内，截图留 ${KEPT_DAYS} 天`,
    source: OWN_JUDGEMENT,
    standing: 'own',
  },
];
