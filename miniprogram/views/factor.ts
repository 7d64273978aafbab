import { factorText } from './amounts';

/** A factor as its source published it: the difference itself, or both sides of it. */
export interface PublishedFactor {
  mode: string;
  reductionMilligramsPerKm: number | null;
  baselineMilligramsPerKm: number | null;
  emissionMilligramsPerKm: number | null;
}

const standings: Readonly<Record<string, string>> = {
  official: '官方文本',
  secondary: '二手来源',
  derived: '由公开数据推算',
  own: '',
};

/** How well a number is founded; empty for one that the product has set itself, whose source says so. */
export const standingText = (standing: string): string => standings[standing] ?? standing;

/** The grams a kilometre that count: as published, or what the baseline exceeds the trip's own emission by. */
const reductionOf = ({
  reductionMilligramsPerKm,
  baselineMilligramsPerKm,
  emissionMilligramsPerKm,
}: PublishedFactor): number =>
  reductionMilligramsPerKm ?? Math.max(0, (baselineMilligramsPerKm ?? 0) - (emissionMilligramsPerKm ?? 0));

/** A car's own numbers do not say what a shared one avoids: that depends on how many are in it. */
export const factorValue = (factor: PublishedFactor): string =>
  factor.mode === 'carpool' && factor.emissionMilligramsPerKm !== null
    ? `${factorText(factor.baselineMilligramsPerKm ?? 0)} 减去整车 ${factorText(factor.emissionMilligramsPerKm)} ÷ 人数`
    : factorText(reductionOf(factor));
