import { distanceText, factorText, massText, metresText, thousands } from './amounts';
import { beijingDay, clockText, dayText, momentText } from './beijing-time';
import { railStyle } from './metro-lines';
import type { Explanation, ProvenEntry } from './recomputation';
import { placeName } from './trip';

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

function distanceStep({ trip, partnerDistanceMetres, legs }: Explanation): Step {
  const path = legs.map(({ line, distanceMetres }) => `${line} ${distanceText(distanceMetres)}`).join('，');
  const sources = [
    legs.length > 0 ? `线网最短路径：${path}` : '',
    partnerDistanceMetres === null ? '运营方没有上报里程' : `运营方上报 ${metresText(partnerDistanceMetres)}`,
    legs.length > 0 && partnerDistanceMetres !== null ? '两者取较小值' : '',
  ];
  return { name: '路程', value: metresText(trip.distanceMetres), sources: sources.filter(Boolean) };
}

function reductionMilligrams({ factor }: Explanation): number {
  const { reductionMilligramsPerKm, baselineMilligramsPerKm, emissionMilligramsPerKm } = factor;
  return (
    reductionMilligramsPerKm ?? Math.max(0, (baselineMilligramsPerKm ?? 0) - (emissionMilligramsPerKm ?? 0))
  );
}

function factorStep(explanation: Explanation): Step {
  const { factor } = explanation;
  const standing = standings[factor.standing] ?? factor.standing;
  const difference =
    factor.reductionMilligramsPerKm === null
      ? [
          `基准 ${factorText(factor.baselineMilligramsPerKm ?? 0)} 减去排放 ${factorText(factor.emissionMilligramsPerKm ?? 0)}`,
        ]
      : [];
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

const capTexts = { day: '当天', month: '当月', source: '该来源当天' } as const;

function capStep({ trip }: Explanation): Step[] {
  if (trip.cappedBy === null) return [];
  const source = `${capTexts[trip.cappedBy]}的积分已到上限，超出的部分不入账`;
  return [{ name: '实际入账', value: `${thousands(trip.creditedGrams)} 积分`, sources: [source] }];
}

/** Where the grams come from: distance, factor, their product and what of it was paid. */
export const viewSteps = (explanation: Explanation): Step[] => [
  distanceStep(explanation),
  factorStep(explanation),
  resultStep(explanation),
  ...capStep(explanation),
];

/** The gates: both stations with their times. */
export function viewGates({ trip }: Explanation) {
  return {
    from: placeName(trip.entry, '起点'),
    to: placeName(trip.exit, '终点'),
    fromTime: `${clockText(trip.fromMs)} 进站`,
    toTime: `${clockText(trip.toMs)} 出站`,
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

/** What the ledger says of the credit. */
export function viewEntryRows(entry: ProvenEntry, nowMs: number): Row[] {
  const { atMs, postings } = entry as ProvenEntry & LedgerFields;
  const lot = postings.find(({ destination }) => destination === entry.account)?.lots[0];
  const rows: Row[] = [{ name: '入账', value: momentText(atMs, nowMs) }];
  if (lot) {
    const [year, month] = lot.expiresOn.split('-').map(Number);
    rows.push(
      { name: '来源批次', value: originText(lot.origin) },
      { name: '到期', value: `${year}年${month}月底` },
    );
  }
  const hash = entry.chain[0]?.hash;
  if (hash !== undefined) rows.push({ name: '凭证', value: shortHash(hash) });
  return rows;
}

/** `sz-2021:2026-11` as `sz-2021 · 2026-11`: factor set and vintage month. */
const originText = (origin: string): string => origin.replace(':', ' · ');

/** The page's heading: what the trip has brought. */
export const explanationTitle = ({ trip }: Explanation): string => `这 ${thousands(trip.grams)} 克怎么来的`;

/** Why nothing is in the ledger for it; empty for a credited trip. */
export function stateText({ trip }: Explanation, nowMs: number): string {
  const day = dayText(trip.day, beijingDay(nowMs));
  if (trip.state === 'reversed') return `运营方撤销了 ${day} 的这趟行程，积分已收回。`;
  if (trip.state === 'refused') return `没有入账：${trip.refusal ?? '未通过核验'}。`;
  return trip.entryKey === null ? '当时积分已到上限，这趟没有入账。' : '';
}
