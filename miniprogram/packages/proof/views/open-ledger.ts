import { thousands } from '../../../views/amounts';
import { beijingDay, clockText, dayText, momentText } from '../../../views/beijing-time';
import { shortHash } from '../../../views/explanation';
import type { PublicSeal, Roots } from '../services/checks/seen-roots';
import type { OpenLedger } from '../services/public-seals';
import { amountText, type BarPart, barParts } from './bar';
import { type CreditPlace, mintedText, placeText } from './credit-places';
import { publicFindingText } from './fault-text';
import { originText } from './origin';

type Equations = NonNullable<OpenLedger['equations']>;
type Equation = Equations['kinds'][number];

interface EquationRow {
  place: CreditPlace;
  name: string;
  amount: string;
  explanation: string;
  shade: number;
}

export interface EquationView {
  kind: Equation['kind'];
  heading: string;
  name: string;
  minted: string;
  explanation: string;
  parts: BarPart[];
  rows: EquationRow[];
  total: string;
  /** None was ever minted, and none is anywhere. */
  isEmpty: boolean;
  /** How the sentence below it looks: sums that are equal say nothing good while a check has failed. */
  look: 'holds' | 'doubted' | 'wrong';
  verdict: string;
}

function partsOf({ places }: Equation): BarPart[] {
  return barParts(
    places.map(({ place, amount }) => ({ name: place, amount, shade: placeText(place).shade })),
  );
}

const rowOf = ({ place, amount }: Equation['places'][number]): EquationRow => {
  const { name, explanation, shade } = placeText(place);
  return { place, name, amount: amountText(amount), explanation, shade };
};

function verdictOf(
  { minted, total, holds }: Equation,
  isRed: boolean,
): Pick<EquationView, 'look' | 'verdict'> {
  if (!holds) return { look: 'wrong', verdict: `等式不成立，差额 ${amountText(total - minted)}` };
  return isRed
    ? { look: 'doubted', verdict: '两边相等，但核验没通过' }
    : { look: 'holds', verdict: '等式成立，差额 0' };
}

function viewEquation(equation: Equation, isRed: boolean): EquationView {
  const { kind, minted, total } = equation;
  return {
    kind,
    ...mintedText(kind),
    minted: amountText(minted),
    parts: partsOf(equation),
    rows: equation.places.map(rowOf),
    total: amountText(total),
    isEmpty: minted === 0 && total === 0 && equation.places.length === 0,
    ...verdictOf(equation, isRed),
  };
}

export interface TripsView {
  grams: string;
  holds: boolean;
  explanation: string;
}

function viewTrips({ minted, grams, forgottenGrams, holds }: Equations['trips']): TripsView {
  const forgotten =
    forgottenGrams === 0
      ? ''
      : `其中 ${thousands(forgottenGrams)} 克的行程已按用户要求删除，只能按账本说的计。`;
  const difference = holds ? '和已发放减排相等。' : `和已发放减排差 ${amountText(minted - grams)}。`;
  return {
    grams: thousands(grams),
    holds,
    explanation: `把全部有效行程的入账克数另外加一遍，${difference}${forgotten}`,
  };
}

export interface SealView {
  day: string;
  name: string;
  detail: string;
  short: string;
  root: string;
  /** What this phone knows of it. */
  memory: string;
  isChanged: boolean;
}

/** @param seen roots that this phone saw before it read these */
export function viewSeal(seal: PublicSeal, seen: Roots, today: string): SealView {
  const { day, root, entryCount, lateCount, previousRoot } = seal;
  const late = lateCount === 0 ? '' : `，含迟到 ${thousands(lateCount)} 笔`;
  const linked = previousRoot === null ? '第一次封账' : '前一日根已包含';
  const known = seen[day];
  return {
    day,
    name: dayText(day, today),
    detail: `${thousands(entryCount)} 笔${late} · ${linked}`,
    short: shortHash(root),
    root,
    memory:
      known === undefined
        ? '这台手机第一次看到它，已经记住。'
        : known === root
          ? '和这台手机以前记住的一样。'
          : '和这台手机以前记住的不一样！',
    isChanged: known !== undefined && known !== root,
  };
}

export interface CheckingView {
  kind: 'sound' | 'failed' | 'unchecked';
  title: string;
  text: string;
  findings: { name: string; text: string; key: string }[];
  more: string;
}

type PublicFinding = OpenLedger['verification']['findings'][number];

/** What is not about one entry comes last. */
const byNumber = (left: PublicFinding, right: PublicFinding): number =>
  (left.seq ?? Number.POSITIVE_INFINITY) === (right.seq ?? Number.POSITIVE_INFINITY)
    ? (left.day ?? '').localeCompare(right.day ?? '')
    : (left.seq ?? Number.POSITIVE_INFINITY) - (right.seq ?? Number.POSITIVE_INFINITY);

function viewChecking({ verification }: OpenLedger, nowMs: number): CheckingView {
  const { state, findings, findingCount, entries, accounts, checkedAtMs, wholeAtMs } = verification;
  const today = beijingDay(nowMs);
  const counted = `${thousands(entries)} 笔、${thousands(accounts)} 个账户`;
  const at = checkedAtMs === null ? '' : `${momentText(checkedAtMs, nowMs)} 核到 ${counted}。`;
  const whole = wholeAtMs === null ? '' : `上一次从第一笔起全部重算：${momentText(wholeAtMs, nowMs)}。`;
  const titles = {
    sound: '逐笔重算，没有发现问题',
    failed: `发现 ${thousands(findingCount)} 处对不上`,
    unchecked: '还没有核过',
  };
  return {
    kind: state,
    title: titles[state],
    text: state === 'unchecked' ? '封账后会自动逐笔重算。' : `${at}${whole}`,
    findings: [...findings].sort(byNumber).map(({ code, key, seq, day }) => ({
      name: `${day === null ? '' : `${dayText(day, today)} · `}${seq === null ? '账本' : `第 ${seq} 笔`}`,
      text: publicFindingText(code),
      key: key ?? '',
    })),
    more:
      findingCount > findings.length ? `还有 ${thousands(findingCount - findings.length)} 处没有列出。` : '',
  };
}

const rangeText = (from: number, to: number): string =>
  from === to ? `第 ${thousands(from)} 号` : `第 ${thousands(from)}–${thousands(to)} 号`;

type Retired = OpenLedger['retired'][number];

export interface RetiredView {
  key: string;
  serials: string;
  amount: string;
  /** For whom; empty where nothing was said. */
  beneficiary: string;
  explanation: string;
}

/** Numbers that nobody can use any more. A copy from an older version of the page knows nobody whom it was for. */
export function viewRetired(
  { origin, from, to, amount, beneficiary, purpose, atMs, entryKey }: Retired,
  sets: OpenLedger['factorSets'],
  today: string,
): RetiredView {
  const use = purpose ? `用途：${purpose}。` : '';
  const when = `${dayText(beijingDay(atMs), today)} ${clockText(atMs)}`;
  return {
    key: `${entryKey} ${origin} ${from}`,
    serials: rangeText(from, to),
    amount: `${thousands(amount)} 克`,
    beneficiary: beneficiary ?? '',
    explanation: `${use}${originText(origin, sets)}，${when} 注销，永久作废。`,
  };
}

/** Why the equation is one of an older day; empty when it is of the last one that is sealed. */
function behindText({ seals, equations, verification }: OpenLedger, today: string): string {
  const sealed = seals[0]?.day;
  if (equations === null || sealed === undefined || sealed <= equations.day) return '';
  const [newer, known] = [dayText(sealed, today), dayText(equations.day, today)];
  return verification.state === 'failed'
    ? `${newer} 已封账，但核验没通过，总数停在 ${known}。`
    : `${newer} 已封账，还在逐笔核算，总数先到 ${known}。`;
}

/**
 * Everything on the page but the seals.
 * @param sealsFault what this phone has against the roots; empty when nothing
 */
export function viewOpenLedger(ledger: OpenLedger, nowMs: number, sealsFault = '') {
  const { equations, payingOut, factorSets, pools, verification } = ledger;
  const today = beijingDay(nowMs);
  const isRed = verification.state === 'failed' || sealsFault !== '';
  const nameOf = (origin: string): string => originText(origin, factorSets);
  return {
    asOf: equations === null ? '' : `截至 ${dayText(equations.day, today)} 24:00 · 全体用户`,
    behind: behindText(ledger, today),
    equations: (equations?.kinds ?? []).map(equation => viewEquation(equation, isRed)),
    trips: equations === null ? null : viewTrips(equations.trips),
    checking: viewChecking(ledger, nowMs),
    isPayingOut: payingOut.goesOn,
    payingOut: payingOut.goesOn
      ? '捐赠和兑换照常。'
      : `${momentText(payingOut.sinceMs, nowMs)} 起暂停捐赠和兑换，等员工查清；行程照常入账。`,
    sets: factorSets.map(({ setId, setName, validFromDay, validToDay, sources }) => ({
      setId,
      name: setName,
      validity: validToDay === null ? `${validFromDay} 起` : `${validFromDay} 至 ${validToDay}`,
      source: sources.join('；'),
    })),
    pools: pools.map(({ origin, issued, left }) => ({
      origin,
      name: nameOf(origin),
      amount: `${thousands(issued - left)} 克`,
      explanation: `编号发到第 ${thousands(issued)} 号，其中 ${thousands(left)} 克已离开碳池。`,
    })),
  };
}

export type OpenLedgerView = ReturnType<typeof viewOpenLedger>;
