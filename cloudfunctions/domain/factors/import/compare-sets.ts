import type { Difference } from '../../../contract/staff/shapes';
import type { FactorRow, FactorSet } from '../factor-set';
import { modeLabels, modes } from '../modes';
import { rowOf } from '../rules';

const MILLIGRAMS_A_GRAM = 1_000;
const grams = (milligrams: number): string => `${milligrams / MILLIGRAMS_A_GRAM} 克`;

function textOfFactor(row: FactorRow): string {
  if (row.form === 'reduction') return `每人公里减排 ${grams(row.reductionMilligramsPerKm)}`;
  const { baselineMilligramsPerKm: baseline, emissionMilligramsPerKm: emission } = row;
  return `每人公里减排 ${grams(baseline - emission)}（基准线 ${grams(baseline)}，排放 ${grams(emission)}）`;
}

const standingTexts: Readonly<Record<FactorRow['standing'], string>> = {
  official: '官方原文',
  secondary: '转引',
  derived: '由公开数字推算',
};

const textOfOrigin = ({ year, source, standing }: FactorRow): string =>
  `${source}（${year} 年，${standingTexts[standing]}）`;

/** What of a row people read, part by part. */
const parts: readonly (readonly [string, (row: FactorRow) => string])[] = [
  ['因子', textOfFactor],
  ['来源', textOfOrigin],
  ['说明', row => row.note],
];

function compareRows(
  label: string,
  before: FactorRow | undefined,
  after: FactorRow | undefined,
): Difference[] {
  return parts.map(([part, textOf]) => ({
    label: `${label} · ${part}`,
    before: before ? textOf(before) : null,
    after: after ? textOf(after) : null,
  }));
}

/** What the new set changes against the one that would be in force on its first day without it; undefined: none would. */
export function compareSets(before: FactorSet | undefined, after: FactorSet): Difference[] {
  const facts: Difference[] = [
    {
      label: '因子集',
      before: before ? `${before.name}（${before._id}）` : null,
      after: `${after.name}（${after._id}）`,
    },
    { label: '生效日', before: before?.validFromDay ?? null, after: after.validFromDay },
    { label: '不确定性说明', before: before?.uncertaintyNote ?? null, after: after.uncertaintyNote },
  ];
  const rows = modes.flatMap(mode =>
    compareRows(modeLabels[mode], before && rowOf(before, mode), rowOf(after, mode)),
  );
  return [...facts, ...rows].filter(({ before: was, after: is }) => was !== is);
}
