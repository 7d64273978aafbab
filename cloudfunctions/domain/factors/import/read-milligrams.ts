import type { CellProblem, Cells } from './columns';

type Quantity = 'reductionMilligramsPerKm' | 'baselineMilligramsPerKm' | 'emissionMilligramsPerKm';

interface Bounds {
  least: number;
  most: number;
  /** Said after the bounds. */
  because: string;
}

/**
 * Numbers that no published factor comes near are typing mistakes, mostly of the unit. Published differences run from
 * 26.9 to 210 g a passenger-km and a car with one person emits some 272 g, so nothing can avoid more than 300 g; below
 * one gram somebody wrote grams for milligrams.
 */
const bounds: Readonly<Record<Quantity, Bounds>> = {
  reductionMilligramsPerKm: {
    least: 1_000,
    most: 300_000,
    because: '一人开车每公里约排放 272 克，减排不会更多；单位是毫克，46.7 克写作 46700',
  },
  baselineMilligramsPerKm: {
    least: 10_000,
    most: 500_000,
    because: '基准线是被替代的出行，一人开车每公里约 272 克；单位是毫克，272 克写作 272000',
  },
  emissionMilligramsPerKm: {
    least: 0,
    most: 300_000,
    because: '高于一人开车的排放就不是低碳出行；单位是毫克，61 克写作 61000',
  },
};

/** The commonest ways in which spreadsheets and input methods spoil a whole number, and what to do about each. */
const spoiled: readonly (readonly [RegExp, string])[] = [
  [/[０-９．，－]/, '含有全角字符，请改用半角数字'],
  [/^\d{1,3}(?:,\d{3})+$/, '不要写千位分隔符，如 46,700 写作 46700'],
  [/^\d+(?:\.\d+)?e[+-]?\d+$/i, '不要用科学计数法，请把单元格格式改为“数值”'],
  [/^-\d/, '不能是负数'],
  [/^\d+\.\d+$/, '应为毫克整数，如 46.7 克写作 46700'],
];

function reasonOf(text: string, { least, most, because }: Bounds): string | null {
  const known = spoiled.find(([pattern]) => pattern.test(text));
  if (known) return known[1];
  if (!/^\d+$/.test(text)) return '应为整数（毫克）';
  const value = Number(text);
  return value < least || value > most ? `应在 ${least} 和 ${most} 之间：${because}` : null;
}

/** A whole number of milligrams a passenger-km, null where the cell is empty, or what is wrong with it. */
export function readMilligrams(cells: Cells, column: Quantity): number | null | CellProblem {
  const text = cells[column];
  if (text === '') return null;
  const reason = reasonOf(text, bounds[column]);
  return reason === null ? Number(text) : { column, reason };
}
