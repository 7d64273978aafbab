import { distanceText, thousands } from '../../../views/amounts';
import { beijingDay, clockText, momentText, nearDayText } from '../../../views/beijing-time';
import { modeName } from '../../../words/modes';
import type { Report } from '../services/reports';

type State = Report['state'];

const states: Readonly<Record<State, { name: string; kind: 'amber' | 'quiet' | 'outline' }>> = {
  checking: { name: '检查图片', kind: 'outline' },
  waiting: { name: '等待审核', kind: 'outline' },
  appealed: { name: '复核中', kind: 'outline' },
  paid: { name: '已通过', kind: 'amber' },
  refused: { name: '没有通过', kind: 'quiet' },
  withdrawn: { name: '已撤回', kind: 'quiet' },
};

export interface ReportLine {
  reportId: string;
  title: string;
  detail: string;
  state: string;
  kind: string;
  credits: string;
  label: string;
}

const timesText = ({ fromMs, toMs }: Report['claim'], nowMs: number): string =>
  `${nearDayText(beijingDay(fromMs), beijingDay(nowMs))} ${clockText(fromMs)}–${clockText(toMs)}`;

export function viewLine(report: Report, nowMs: number): ReportLine {
  const { claim, state, credits } = report;
  const { name, kind } = states[state];
  const title = `${claim.from} → ${claim.to}`;
  const detail = `${modeName(claim.mode)} · ${timesText(claim, nowMs)}`;
  const paid = state === 'paid' ? `+${thousands(credits)}` : '';
  const label = `${title}，${detail}，${name}${paid === '' ? '' : `，${paid} 奖励积分`}`;
  return { reportId: report.reportId, title, detail, state: name, kind, credits: paid, label };
}

interface Stop {
  name: string;
  explanation: string;
}

/** The way of a declared trip, as the stations of a line up to where it is now. */
function stopsOf(report: Report, nowMs: number): { stops: Stop[]; isOpen: boolean } {
  const { state, madeAtMs, decidedAtMs, appealWords, refusal } = report;
  const stops: Stop[] = [{ name: '已提交', explanation: momentText(madeAtMs, nowMs) }];
  const isOver = decidedAtMs !== null && state !== 'appealed';
  const end = isOver ? momentText(decidedAtMs, nowMs) : '';
  if (state === 'checking') {
    stops.push({ name: '检查图片', explanation: '平台的内容安全检查，一般几分钟，最长 30 分钟' });
  }
  if (state === 'waiting') stops.push({ name: '等待审核', explanation: '工作人员核对截图和填写的内容' });
  if (state === 'appealed') stops.push({ name: '复核中', explanation: '由另一位工作人员重新核对' });
  if (appealWords !== null && isOver) stops.push({ name: '已复核', explanation: '这是最后结果' });
  if (state === 'paid') stops.push({ name: '已通过', explanation: end });
  if (state === 'refused')
    stops.push({ name: '没有通过', explanation: `${end} ${refusal?.words ?? ''}`.trim() });
  if (state === 'withdrawn') stops.push({ name: '已撤回', explanation: end });
  return { stops, isOpen: !isOver };
}

export interface ReportView extends ReportLine {
  facts: { name: string; value: string }[];
  stops: Stop[];
  isOpen: boolean;
  /** What it pays or would pay, in words. */
  worth: string;
  /** Until when another look can be asked for; empty when it cannot. */
  appeal: string;
  appealWords: string;
  canWithdraw: boolean;
  /** When the picture goes. */
  picture: string;
}

const worthText = ({ state, credits }: Report): string => {
  if (state === 'paid') return `已发 ${thousands(credits)} 奖励积分`;
  if (state === 'refused' || state === 'withdrawn') return '没有发积分';
  return `通过后约发 ${thousands(credits)} 奖励积分，以审核时的上限为准`;
};

function pictureText({ pictureUntilMs, state }: Report, hasPicture: boolean, nowMs: number): string {
  if (!hasPicture) return '截图已删除';
  if (pictureUntilMs === null || state === 'checking') return '截图只给审核人员看，审核后 14 天删除';
  return `截图 ${momentText(pictureUntilMs, nowMs)} 删除`;
}

export function viewReport(report: Report, hasPicture: boolean, nowMs: number): ReportView {
  const { claim, distanceMetres, appealUntilMs, appealWords, state } = report;
  const canAppeal = appealUntilMs !== null && nowMs < appealUntilMs;
  return {
    ...viewLine(report, nowMs),
    facts: [
      { name: '方式', value: modeName(claim.mode) },
      { name: '时间', value: timesText(claim, nowMs) },
      {
        name: claim.statedMetres === null ? '里程（线路最短）' : '里程（您填写的）',
        value: distanceText(distanceMetres),
      },
      ...(claim.note === '' ? [] : [{ name: '说明', value: claim.note }]),
    ],
    ...stopsOf(report, nowMs),
    worth: worthText(report),
    appeal: canAppeal ? `不同意这个结果，可以在 ${momentText(appealUntilMs, nowMs)} 前申诉一次` : '',
    appealWords: appealWords ?? '',
    canWithdraw: state === 'checking' || state === 'waiting',
    picture: pictureText(report, hasPicture, nowMs),
  };
}
