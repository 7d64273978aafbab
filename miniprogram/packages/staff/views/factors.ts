import { factorText } from '../../../views/amounts';
import { beijingDay } from '../../../views/beijing-time';
import { factorValue, standingText } from '../../../views/factor';
import { modeName } from '../../../views/trip';
import { cityName } from '../../../words/cities';
import type { FactorSet, ImportCheck } from '../services/factors';

type Row = FactorSet['rows'][number];

export interface FactorRowView {
  mode: string;
  name: string;
  value: string;
  /** `基准 79 克/公里，排放 32.3 克/公里`; empty where only the difference was published. */
  parts: string;
  /** `2021 年 · 二手来源` */
  origin: string;
  source: string;
  note: string;
}

export interface FactorSetView {
  setId: string;
  name: string;
  city: string;
  validity: string;
  /** `现行`, `未生效`, `已结束`. */
  state: string;
  tone: 'green' | 'amber' | 'quiet';
  uncertaintyNote: string;
  rows: FactorRowView[];
}

export function viewFactorRow(row: Row): FactorRowView {
  const { baselineMilligramsPerKm: baseline, emissionMilligramsPerKm: emission } = row;
  return {
    mode: row.mode,
    name: modeName(row.mode),
    value: factorValue(row),
    parts:
      baseline === null || emission === null
        ? ''
        : `基准 ${factorText(baseline)}，排放 ${factorText(emission)}`,
    origin: `${row.year} 年 · ${standingText(row.standing)}`,
    source: row.source,
    note: row.note,
  };
}

/** The set that counts for the city today: the latest one that has begun. */
function currentOf(sets: readonly FactorSet[], city: string, today: string): string | undefined {
  const begun = sets
    .filter(set => set.city === city && set.validFromDay <= today)
    .filter(({ validToDay }) => validToDay === null || validToDay >= today);
  return begun.sort((one, other) => other.validFromDay.localeCompare(one.validFromDay))[0]?.setId;
}

/** Sets by city, the latest first, each with whether it counts today. */
export function viewSets(sets: readonly FactorSet[], nowMs: number): FactorSetView[] {
  const today = beijingDay(nowMs);
  const sorted = [...sets].sort(
    (one, other) => one.city.localeCompare(other.city) || other.validFromDay.localeCompare(one.validFromDay),
  );
  return sorted.map(set => {
    const isCurrent = currentOf(sets, set.city, today) === set.setId;
    const isAhead = set.validFromDay > today;
    return {
      setId: set.setId,
      name: set.name,
      city: cityName(set.city),
      validity:
        set.validToDay === null ? `${set.validFromDay} 起` : `${set.validFromDay} 至 ${set.validToDay}`,
      state: isCurrent ? '现行' : isAhead ? '未生效' : '已被取代',
      tone: isCurrent ? 'green' : isAhead ? 'amber' : 'quiet',
      uncertaintyNote: set.uncertaintyNote,
      rows: set.rows.map(viewFactorRow),
    };
  });
}

export interface ProblemView {
  key: string;
  /** `第 3 行 · year` */
  place: string;
  reason: string;
}

export const viewProblems = ({ problems }: ImportCheck): ProblemView[] =>
  problems.map(({ line, column, reason }, index) => ({
    key: `${index}`,
    place: column === null ? `第 ${line} 行` : `第 ${line} 行 · ${column}`,
    reason,
  }));
