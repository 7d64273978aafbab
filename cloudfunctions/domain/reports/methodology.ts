import type { Incentive } from '../../contract/rides';
import {
  ALIKE_BITS,
  ALIKE_CELLS,
  APPEAL_MS,
  CHECK_AGAIN_MS,
  KEPT_DAYS,
  LONGEST_MS,
  MOST_CHECKS,
  OLDEST_DAYS,
  PRINT_KEPT_MS,
  SAME_CELLS,
  UPLOADS_AN_HOUR,
} from './rules';

const OWN_JUDGEMENT = '碳点点自行设定';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

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
  {
    key: 'self-report-longest',
    title: '截图申报的时长',
    rule: `从出发到到达，更长的请分开申报；一小时最多上传 ${UPLOADS_AN_HOUR} 张`,
    value: `不超过 ${LONGEST_MS / HOUR_MS} 小时`,
    source: '与合作方报送的时限相同',
    standing: 'own',
  },
  {
    key: 'self-report-alike',
    title: '截图的比对',
    rule: `缩小后各处的亮度都差不到 ${SAME_CELLS}（满分 255）就当作同一张；差不到 ${ALIKE_CELLS} 且特征相差不到 ${ALIKE_BITS} 位的，并排给工作人员看`,
    value: `记 ${PRINT_KEPT_MS / DAY_MS} 天`,
    source: `${OWN_JUDGEMENT}，在自己画的截图上测过，没有在大量真实截图上测过`,
    standing: 'own',
  },
  {
    key: 'self-report-check',
    title: '截图的内容安全检查',
    rule: `平台 30 分钟内给出结果；过了 ${CHECK_AGAIN_MS / MINUTE_MS} 分钟还没有就再送一次，最多 ${MOST_CHECKS} 次`,
    value: '30 分钟',
    source: '微信开放文档：音视频内容安全识别',
    standing: 'official',
  },
];
