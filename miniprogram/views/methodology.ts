import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { factorText, massText } from './amounts';
import { modeName } from './trip';

type Methodology = ProcedureOutput<'rides.methodology'>;
type FactorSet = Methodology['sets'][number];
type Factor = FactorSet['factors'][number];
type Incentive = Methodology['incentives'][number];

export interface FactorView {
  mode: string;
  name: string;
  value: string;
  /** `2021 年 · 二手来源` */
  origin: string;
  source: string;
}

export interface FactorSetView {
  setId: string;
  name: string;
  validity: string;
  uncertaintyNote: string;
  factors: FactorView[];
}

export interface IncentiveView {
  key: string;
  title: string;
  value: string;
  rule: string;
  /** `武汉碳普惠 · 二手来源` */
  source: string;
}

export interface MethodologyView {
  sets: FactorSetView[];
  incentives: IncentiveView[];
  dayCap: string;
  monthCap: string;
}

const standings: Readonly<Record<string, string>> = {
  official: '官方文本',
  secondary: '二手来源',
  derived: '由公开数据推算',
  own: '',
};

/** The grams a kilometre that count: as published, or what the baseline exceeds the trip's own emission by. */
const reductionOf = ({
  reductionMilligramsPerKm,
  baselineMilligramsPerKm,
  emissionMilligramsPerKm,
}: Factor) =>
  reductionMilligramsPerKm ?? Math.max(0, (baselineMilligramsPerKm ?? 0) - (emissionMilligramsPerKm ?? 0));

/** A car's own numbers do not say what a shared one avoids: that depends on how many are in it. */
const valueText = (factor: Factor): string =>
  factor.mode === 'carpool' && factor.emissionMilligramsPerKm !== null
    ? `${factorText(factor.baselineMilligramsPerKm ?? 0)} 减去整车 ${factorText(factor.emissionMilligramsPerKm)} ÷ 人数`
    : factorText(reductionOf(factor));

const viewFactor = (factor: Factor): FactorView => ({
  mode: factor.mode,
  name: modeName(factor.mode),
  value: valueText(factor),
  origin: `${factor.year} 年 · ${standings[factor.standing] ?? factor.standing}`,
  source: factor.source,
});

const viewSet = (set: FactorSet): FactorSetView => ({
  setId: set.setId,
  name: set.setName,
  validity: set.validToDay === null ? `${set.validFromDay} 起` : `${set.validFromDay} 至 ${set.validToDay}`,
  uncertaintyNote: set.uncertaintyNote,
  factors: set.factors.map(viewFactor),
});

const viewIncentive = ({ key, title, value, rule, source, standing }: Incentive): IncentiveView => ({
  key,
  title,
  value,
  rule,
  source: [source, standings[standing] ?? standing].filter(text => text !== '').join(' · '),
});

export const viewMethodology = ({ sets, caps, incentives }: Methodology): MethodologyView => ({
  sets: sets.map(viewSet),
  incentives: incentives.map(viewIncentive),
  dayCap: massText(caps.dayGrams),
  monthCap: massText(caps.monthGrams),
});
