import { signed, thousands } from '../../../views/amounts';
import { beijingDay, dayText, momentText } from '../../../views/beijing-time';
import { shortHash } from '../../../views/explanation';
import { entryReasons } from '../../../words/entry-reasons';
import type { OwnFault } from '../services/checks/fault';
import type { ProofProgress, ProofResult, Stage } from '../services/own-proof';
import { ownFaultText } from './fault-text';

export interface StationView {
  name: string;
  detail: string;
  count: string;
  state: 'passed' | 'now' | 'broken' | 'ahead';
  label: string;
}

interface StationText {
  stage: Stage;
  name: string;
  detail: string;
  /** What is to be said instead where this stage found something. */
  failed: string;
}

const texts: readonly StationText[] = [
  {
    stage: 'entries',
    name: '逐笔重算',
    detail: '每一笔：编号不缺，接着前一笔，内容没改过，余额加得出来。',
    failed: '有一笔没有通过：编号、前后相接、内容和余额里，至少一样对不上。',
  },
  {
    stage: 'balance',
    name: '对余额',
    detail: '逐笔加起来的，和首页显示的一样。',
    failed: '逐笔加起来的，和首页显示的不一样。',
  },
  {
    stage: 'seals',
    name: '对封账',
    detail: '每天公布的根前后相接，和这台手机以前看到的一样。',
    failed: '公布的根前后接不上，或和这台手机以前看到的不一样。',
  },
  {
    stage: 'days',
    name: '逐日找到自己',
    detail: '您每天的每一笔、当天的账尾，都在公布的根里。',
    failed: '您的账里，有一处和公布的根或这台手机记着的对不上。',
  },
];

const stateNames = { passed: '通过', now: '正在核对', broken: '对不上', ahead: '还没到' } as const;

function station({ name, detail }: StationText, state: StationView['state'], count: string): StationView {
  return { name, detail, count, state, label: `${name}，${stateNames[state]}。${count} ${detail}` };
}

const units: Readonly<Record<Stage, string>> = { entries: '笔', balance: '', seals: '', days: '天' };

function countText(stage: Stage, done: number, inAll: number): string {
  if (units[stage] === '') return '';
  return done === inAll
    ? `${thousands(done)} ${units[stage]}`
    : `${thousands(done)} / ${thousands(inAll)} ${units[stage]}`;
}

const placeOf = (stage: Stage): number => texts.findIndex(text => text.stage === stage);

/** The line while a check is under way. @param counts what the stages that are passed came to */
export function viewProgress(
  progress: ProofProgress | null,
  counts: Readonly<Partial<Record<Stage, string>>>,
): StationView[] {
  const here = progress === null ? 0 : placeOf(progress.stage);
  return texts.map((text, at) => {
    if (at < here) return station(text, 'passed', counts[text.stage] ?? '');
    if (at > here) return station(text, 'ahead', '');
    return station(
      text,
      'now',
      progress === null ? '' : countText(text.stage, progress.done, progress.inAll),
    );
  });
}

/** What of a stage stays on the line when the next one begins. */
export const passedCount = ({ stage, inAll }: ProofProgress): string => countText(stage, inAll, inAll);

/** An end of the account that is sealed stands for all entries before it; the next check goes on with their days. */
const withEarlier = (text: StationText, { earlierDays }: ProofResult): StationText =>
  text.stage === 'days' && earlierDays > 0
    ? {
        ...text,
        detail: `${text.detail}更早的 ${thousands(earlierDays)} 天由账尾一并证明，再核对一次会接着往前。`,
      }
    : text;

function stationsOf(result: ProofResult): StationView[] {
  const counts: Partial<Record<Stage, string>> = {
    entries: `${thousands(result.entries)} 笔`,
    days: `${thousands(result.days)} 天`,
  };
  const endedAt = result.failedAt ?? result.stoppedAt;
  const end = endedAt === null ? texts.length : placeOf(endedAt);
  return texts.map((text, at) => {
    if (at < end) return station(withEarlier(text, result), 'passed', counts[text.stage] ?? '');
    if (at === end && result.failedAt !== null)
      return station({ ...text, detail: text.failed }, 'broken', '');
    const detail = at === end ? '核到一半停下了。' : '没有核到这一步。';
    return station({ ...text, detail }, 'ahead', '');
  });
}

export interface Fact {
  name: string;
  value: string;
}

export interface VerdictView {
  kind: 'sound' | 'broken' | 'stopped' | 'empty';
  /** The one number of the page, and what stands beside it. */
  number: string;
  unit: string;
  title: string;
  text: string;
  facts: Fact[];
  /** Of the entry that is wrong, for who looks into it; empty where none is known. */
  key: string;
  stations: StationView[];
}

/** Roots of older days say nothing of what they were before this phone saw them. */
function memoryText({ seenBefore, watchedSinceMs }: ProofResult, nowMs: number): string {
  if (seenBefore === 0) return '从这次开始记';
  const since = watchedSinceMs === null ? '' : `${momentText(watchedSinceMs, nowMs)} 开始记，`;
  return `${thousands(seenBefore)} 天，${since}没变过`;
}

function soundFacts(result: ProofResult, nowMs: number): Fact[] {
  const today = beijingDay(nowMs);
  const { last, entries, sealedEntries, available } = result;
  const waiting = entries - sealedEntries;
  const facts = [{ name: '能用的积分', value: thousands(available) }];
  if (last === null) return [...facts, { name: '封账', value: '还没有过' }];
  return [
    ...facts,
    { name: '已在封账里', value: `${thousands(sealedEntries)} 笔` },
    ...(waiting > 0 ? [{ name: '等下次封账', value: `${thousands(waiting)} 笔` }] : []),
    { name: `${dayText(last.day, today)} 的根`, value: shortHash(last.root) },
    { name: '这台手机记着的根', value: memoryText(result, nowMs) },
  ];
}

/** The entry as people know it; without one, the day that is wrong. */
function brokenFacts({ day }: OwnFault, accused: ProofResult['accused'], today: string): Fact[] {
  const of = accused?.day ?? day;
  const date = of === null ? [] : [{ name: '日期', value: dayText(of, today) }];
  if (accused === null) return date;
  const { reason, amount } = accused;
  return [
    { name: '事由', value: entryReasons[reason] ?? '积分变动' },
    ...date,
    { name: '现在写着的积分', value: signed(amount) },
  ];
}

const stoppedText = '停止前核对过的没有问题，其余还没有核对。';
const emptyText = '您的账户还没有入账。有了第一笔，就能在这里自己核对。';

export function viewVerdict(result: ProofResult, nowMs: number): VerdictView {
  const today = beijingDay(nowMs);
  const { fault, stoppedAt, entries, accused } = result;
  const stations = stationsOf(result);
  const counted = { number: thousands(entries), unit: '笔', key: '', stations };
  if (fault !== null) {
    return {
      ...counted,
      kind: 'broken',
      number: fault.seq === null ? '' : `第 ${thousands(fault.seq)} 笔`,
      unit: '',
      title: fault.seq === null ? '有一处对不上' : '对不上',
      text: ownFaultText(fault, today),
      facts: brokenFacts(fault, accused, today),
      key: fault.key ?? '',
    };
  }
  if (stoppedAt !== null)
    return { ...counted, kind: 'stopped', title: '已停止', text: stoppedText, facts: [] };
  if (entries === 0) {
    return { ...counted, kind: 'empty', title: '还没有可核对的', text: emptyText, facts: [] };
  }
  return {
    ...counted,
    kind: 'sound',
    title: '一笔不差',
    text: '这台手机刚刚自己重算的，不靠服务器说。',
    facts: soundFacts(result, nowMs),
  };
}

/** What this check cannot know, so that nobody believes more than is true. */
export const limits: readonly string[] = [
  '这趟车您是不是真的坐了：手机看不到闸机，行程由运营方签名，服务器核验。',
  '别人的账：这里只核对您自己的；总数在开放账本，任何人都能对。',
  '今天的入账：还没封账，先只核对编号、内容和余额，明天起可以对根。',
  '给您的根是不是和给别人的一样：和朋友比一比开放账本里的根，相同就是同一本账。',
  '您没有出行的日子：只对公布的根前后相接，不重算那天别人的记录。',
];
