import { distanceText, thousands } from '../../../views/amounts';
import { beijingDay, clockText, momentText, nearDayText } from '../../../views/beijing-time';
import { modeName } from '../../../words/modes';
import type { ReportCase, ReportDecision, WaitingReport } from '../services/reports';

export interface WaitingView {
  reportId: string;
  title: string;
  detail: string;
  /** What asks for a closer look; empty without. */
  warning: string;
  label: string;
}

const waitingWarnings = ({ check, alike, decidedBefore }: WaitingReport): string =>
  [
    check === 'review' ? '平台建议细看' : '',
    alike > 0 ? `与 ${alike} 张截图相似` : '',
    decidedBefore ? '你审过，要由同事复核' : '',
  ]
    .filter(part => part !== '')
    .join(' · ');

export function viewWaiting(report: WaitingReport, nowMs: number): WaitingView {
  const { reportId, mode, day, madeAtMs } = report;
  const title = `${modeName(mode)} · ${nearDayText(day, beijingDay(nowMs))}`;
  const detail = `提交于 ${momentText(madeAtMs, nowMs)}`;
  const warning = waitingWarnings(report);
  const label = [title, detail, warning].filter(part => part !== '').join('，');
  return { reportId, title, detail, warning, label };
}

interface Fact {
  name: string;
  value: string;
  /** It does not fit to what it is beside of. */
  isOdd: boolean;
}

const claimTimes = ({ fromMs, toMs }: ReportCase['claim'], nowMs: number): string =>
  `${nearDayText(beijingDay(fromMs), beijingDay(nowMs))} ${clockText(fromMs)}–${clockText(toMs)}`;

/** What the rider says. */
const saidOf = ({ claim }: ReportCase, nowMs: number): Fact[] => [
  { name: '方式', value: modeName(claim.mode), isOdd: false },
  { name: '起点', value: claim.from, isOdd: false },
  { name: '终点', value: claim.to, isOdd: false },
  { name: '时间', value: claimTimes(claim, nowMs), isOdd: false },
  ...(claim.statedMetres === null
    ? []
    : [{ name: '里程', value: distanceText(claim.statedMetres), isOdd: false }]),
  ...(claim.note === '' ? [] : [{ name: '说明', value: claim.note, isOdd: false }]),
];

const MINUTE_MS = 60_000;

/** What the system knows of it. */
const knownOf = (given: ReportCase): Fact[] => {
  const { claim, networkMetres, kilometresAnHour, month, check, credits } = given;
  const minutes = Math.round((claim.toMs - claim.fromMs) / MINUTE_MS);
  return [
    {
      name: '线路最短',
      value: networkMetres === null ? '没有线路数据' : distanceText(networkMetres),
      isOdd: false,
    },
    { name: '用时和时速', value: `${minutes} 分钟，平均 ${kilometresAnHour} 公里/时`, isOdd: false },
    { name: '通过后发', value: `约 ${thousands(credits)} 奖励积分`, isOdd: false },
    {
      name: '本月申报',
      value: `第 ${month.made} 份，退回 ${month.refused} 份（上限 ${month.limit}）`,
      isOdd: month.refused > 2,
    },
    { name: '图片检查', value: check === 'review' ? '平台建议细看' : '已通过', isOdd: check === 'review' },
  ];
};

export interface AlikeView {
  key: string;
  title: string;
  picture: string;
}

const alikeOf = ({ alike }: ReportCase, nowMs: number): AlikeView[] =>
  alike.map(({ isSameRider, madeAtMs, claim, picture }, index) => {
    const whose = isSameRider ? '同一会员' : '另一会员';
    const when =
      claim === null ? '，申报已删除' : ` ${momentText(madeAtMs, nowMs)}：${claim.from} → ${claim.to}`;
    return { key: String(index), title: `${whose}${when}`, picture: picture ?? '' };
  });

const hindrances: Readonly<Record<NonNullable<ReportCase['hindrance']>, string>> = {
  own: '这是你自己的申报，请由同事审核。',
  'decided-before': '你审核过这份申报，申诉要由另一位同事复核。',
  closed: '这份申报已经有结果了。',
};

export interface CaseView {
  title: string;
  rider: string;
  picture: string;
  said: Fact[];
  known: Fact[];
  alike: AlikeView[];
  decisions: { key: string; title: string; words: string }[];
  appeal: string;
  hindrance: string;
}

export function viewCase(given: ReportCase, nowMs: number): CaseView {
  const { claim, rider, picture, decisions, appealWords, hindrance } = given;
  return {
    title: `${claim.from} → ${claim.to}`,
    rider: `会员 ${rider}…`,
    picture: picture ?? '',
    said: saidOf(given, nowMs),
    known: knownOf(given),
    alike: alikeOf(given, nowMs),
    decisions: decisions.map(({ by, atMs, verdict, words }) => ({
      key: String(atMs),
      title: `${by} ${momentText(atMs, nowMs)} ${verdict === 'approve' ? '通过' : '退回'}`,
      words,
    })),
    appeal: appealWords ?? '',
    hindrance: hindrance === null ? '' : hindrances[hindrance],
  };
}

type ReviewerReason = Extract<ReportDecision, { verdict: 'refuse' }>['code'];

/** Why a report is sent back; the rider reads it in these words, and the reviewer's own behind them. */
export const refusalReasons: readonly { key: ReviewerReason; name: string }[] = [
  { key: 'unreadable', name: '看不清' },
  { key: 'no-trip', name: '没有行程' },
  { key: 'facts-differ', name: '与填写不一致' },
  { key: 'not-own', name: '不是本人的' },
  { key: 'counted-already', name: '已经入账' },
  { key: 'other', name: '其他' },
];
