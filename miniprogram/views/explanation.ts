import { type ReductionFactor, reductionOf } from '../proof';
import { distanceText, factorText, massText, metresText, thousands } from './amounts';
import { beijingDay, clockText, dayText, momentText } from './beijing-time';
import { railStyle } from './metro-lines';
import { type Explanation, factorOf, type ProvenEntry } from './recomputation';
import { modeName, placeName } from './trip';

/** A number with where it comes from. */
export interface Step {
  name: string;
  value: string;
  /** Each a sentence of its own. */
  sources: string[];
}

export interface Row {
  name: string;
  value: string;
}

const standings: Readonly<Record<string, string>> = {
  official: '官方文本',
  secondary: '二手来源',
  derived: '由公开数据推算',
};

function distanceStep({ trip, partnerDistanceMetres, viaMetres, straightMetres, legs }: Explanation): Step {
  const path = legs.map(({ line, distanceMetres }) => `${line} ${distanceText(distanceMetres)}`).join('，');
  const isSigned = partnerDistanceMetres !== null;
  const isPath = legs.length > 0 || viaMetres !== null;
  const straight = straightMetres === null ? '' : metresText(straightMetres);
  const sources = [
    legs.length > 0 ? `线网最短路径：${path}` : '',
    viaMetres === null ? '' : `沿途各点相连 ${metresText(viaMetres)}`,
    isSigned ? `运营方上报 ${metresText(partnerDistanceMetres)}` : '运营方没有上报里程',
    isPath && isSigned ? '两者取较小值' : '',
    straight &&
      (isPath || isSigned ? `起终点直线距离 ${straight}，用来核对里程` : `按起终点直线距离 ${straight} 计`),
  ];
  return { name: '路程', value: metresText(trip.distanceMetres), sources: sources.filter(Boolean) };
}

/** What the trip was paid by; 0 where the numbers are missing, which the page's own check then says. */
function reductionMilligrams(explanation: Explanation): number {
  const factor: ReductionFactor | null = factorOf(explanation);
  return factor === null ? 0 : reductionOf(factor);
}

/** What each person in the car, or the one on the train, emits a kilometre. */
function ownEmission(explanation: Explanation): number {
  const factor = factorOf(explanation);
  return factor && 'emissionMilligramsPerKm' in factor ? factor.emissionMilligramsPerKm : 0;
}

/** How a car's emission is shared; nothing for other trips. */
function sharingText({ sharing, factor, trip }: Explanation): string[] {
  if (sharing === null || factor.emissionMilligramsPerKm === null) return [];
  const { occupants, detourMetres } = sharing;
  const [own, whole] = [trip.distanceMetres, trip.distanceMetres + detourMetres].map(metresText);
  const car = factorText(factor.emissionMilligramsPerKm);
  const detour = detourMetres === 0 ? '，没有绕行' : `，全车比您多开 ${metresText(detourMetres)}`;
  return [
    `同车 ${occupants} 人（含司机）${detour}`,
    `整车排放 ${car}${detourMetres === 0 ? '' : ` × ${whole} ÷ ${own}`} ÷ ${occupants} 人，向上取整（T/CCAA 38-2021 的公式）`,
  ];
}

function factorStep(explanation: Explanation): Step {
  const { factor } = explanation;
  const standing = standings[factor.standing] ?? factor.standing;
  const { baselineMilligramsPerKm, emissionMilligramsPerKm } = factor;
  const difference =
    baselineMilligramsPerKm === null || emissionMilligramsPerKm === null
      ? []
      : [
          `基准 ${factorText(baselineMilligramsPerKm)} 减去${explanation.sharing ? '每人分摊的' : ''}排放 ${factorText(ownEmission(explanation))}`,
          ...sharingText(explanation),
        ];
  return {
    name: '减排系数',
    value: factorText(reductionMilligrams(explanation)),
    sources: [factor.setName, ...difference, `${factor.source}（${standing}）`],
  };
}

function resultStep(explanation: Explanation): Step {
  const { trip } = explanation;
  const product = `${thousands(reductionMilligrams(explanation))} 毫克 × ${thousands(trip.distanceMetres)} 米 ÷ 1,000,000`;
  return { name: '结果，向下取整', value: massText(trip.grams), sources: [product] };
}

const capTexts = { day: '当天', month: '当月', source: '这类出行当天' } as const;

function capStep({ trip }: Explanation): Step[] {
  if (trip.cappedBy === null) return [];
  const source = `${capTexts[trip.cappedBy]}的积分已到上限，超出的部分不入账`;
  return [{ name: '实际入账', value: `${thousands(trip.creditedGrams)} 积分`, sources: [source] }];
}

function replacedStep({ replacedBonus }: Explanation): Step[] {
  if (replacedBonus === 0) return [];
  const source = '这段时间您自己记录过，只换不加：按核验结果计减排，当时发的奖励积分收回';
  return [{ name: '换下自己记录的', value: `−${thousands(replacedBonus)} 奖励积分`, sources: [source] }];
}

/** Where the grams come from: distance, factor, their product, what of it was paid, and what it was exchanged for. */
export const viewSteps = (explanation: Explanation): Step[] => [
  distanceStep(explanation),
  factorStep(explanation),
  resultStep(explanation),
  ...capStep(explanation),
  ...replacedStep(explanation),
];

/** What people do at both ends; somebody else than the metro has no gates. */
const endWords: Readonly<Record<string, readonly [string, string]>> = {
  metro: ['进站', '出站'],
  bus: ['上车', '下车'],
  nev: ['上车', '下车'],
  carpool: ['上车', '下车'],
  'shared-bike': ['开锁', '还车'],
  'shared-e-bike': ['开锁', '还车'],
};

/** Both ends with their times. */
export function viewGates({ trip }: Explanation) {
  const [entering, leaving] = endWords[trip.mode] ?? ['出发', '到达'];
  return {
    mode: modeName(trip.mode),
    from: placeName(trip.entry, '起点'),
    to: placeName(trip.exit, '终点'),
    fromTime: `${clockText(trip.fromMs)} ${entering}`,
    toTime: `${clockText(trip.toMs)} ${leaving}`,
    rail: railStyle(trip.lines),
    day: dayText(trip.day, ''),
  };
}

const HASH_SHOWN = 4;
/** `9f2c…71ae` */
export const shortHash = (hash: string): string => `${hash.slice(0, HASH_SHOWN)}…${hash.slice(-HASH_SHOWN)}`;

interface LedgerFields {
  atMs: number;
  postings: { destination: string; lots: { origin: string; expiresOn: string }[] }[];
}

/** What the ledger says of the credit; `setName` is what people call the factors that it was counted by. */
export function viewEntryRows(entry: ProvenEntry, setName: string, nowMs: number): Row[] {
  const { atMs, postings } = entry as ProvenEntry & LedgerFields;
  const lot = postings.find(({ destination }) => destination === entry.account)?.lots[0];
  const rows: Row[] = [{ name: '入账', value: momentText(atMs, nowMs) }];
  if (lot) {
    const [year, month] = lot.expiresOn.split('-').map(Number);
    rows.push(
      { name: '来源', value: originText(lot.origin, setName) },
      { name: '到期', value: `${year}年${month}月底` },
    );
  }
  const hash = entry.chain[0]?.hash;
  if (hash !== undefined) rows.push({ name: '凭证', value: shortHash(hash) });
  return rows;
}

/** `sz-2021:2026-11` as `深圳市减排因子（2021 年） · 2026年11月`: factor set and month of travel. */
function originText(origin: string, setName: string): string {
  const [year, month] = origin
    .slice(origin.lastIndexOf(':') + 1)
    .split('-')
    .map(Number);
  return `${setName} · ${year}年${month}月`;
}

/** The page's heading: what the trip has brought. */
export const explanationTitle = ({ trip }: Explanation): string => `这 ${thousands(trip.grams)} 克怎么来的`;

/** Why nothing is in the ledger for it; empty for a credited trip. */
export function stateText({ trip }: Explanation, nowMs: number): string {
  const day = dayText(trip.day, beijingDay(nowMs));
  if (trip.state === 'reversed') return `运营方撤销了 ${day} 的这趟行程，积分已收回。`;
  if (trip.state === 'elsewhere') return '您已声明这趟计入其他减排机制，积分已退出。';
  if (trip.state === 'refused') return `没有入账：${trip.refusal ?? '未通过核验'}。`;
  return trip.entryKey === null ? '当时积分已到上限，这趟没有入账。' : '';
}
