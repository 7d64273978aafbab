/**
 * What an urban tree seedling takes up: 0.060 t CO2 in its first ten years, survival included, or 6 kg a year on
 * average. US EPA, Greenhouse Gas Equivalencies Calculator, Calculations and References ("Number of urban tree seedlings
 * grown for 10 years"). An American figure: it gives an idea of the size and is no claim about trees in Shenzhen.
 */
const TREE_GRAMS_A_YEAR = 6_000;
const DAYS_A_YEAR = 365;

export const comparisonSource =
  '按美国环保署（EPA）当量计算器：一棵城市树苗十年约吸收 60 千克二氧化碳，平均每年 6 千克。仅供感受大小。';

export interface Comparison {
  /** What stands before the number. */
  before: string;
  value: string;
  after: string;
}

/** Grams in trees: days of one tree at first, then years of many. Null for what is too little to compare. */
export function compareGrams(grams: number): Comparison | null {
  const days = Math.floor((grams * DAYS_A_YEAR) / TREE_GRAMS_A_YEAR);
  if (days < 1) return null;
  if (days < DAYS_A_YEAR) return { before: '约等于一棵树苗', value: String(days), after: '天的吸收量' };
  return { before: '约等于', value: (grams / TREE_GRAMS_A_YEAR).toFixed(1), after: '棵树苗一年的吸收量' };
}

/** The same as one sentence; empty where there is nothing to compare. */
export function comparisonText(grams: number): string {
  const comparison = compareGrams(grams);
  return comparison === null ? '' : `${comparison.before} ${comparison.value} ${comparison.after}`;
}
