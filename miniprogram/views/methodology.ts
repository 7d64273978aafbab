import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { cityName } from '../words/cities';
import { massText } from './amounts';
import { factorValue, standingText } from './factor';
import { modeName } from './trip';

type Methodology = ProcedureOutput<'rides.methodology'>;
type FactorSet = Methodology['sets'][number];
type Factor = FactorSet['factors'][number];
type MethodNumber = Methodology['rules'][number];
type Partner = Methodology['partners'][number];

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

/** A number with its reason and its source. */
export interface NumberView {
  key: string;
  title: string;
  value: string;
  rule: string;
  /** `武汉碳普惠 · 二手来源` */
  source: string;
}

/** Whose signature makes a ride carbon. */
export interface PartnerView {
  name: string;
  /** `深圳` */
  city: string;
  /** `公交、共享单车` */
  modes: string;
}

export interface MethodologyView {
  partners: PartnerView[];
  sets: FactorSetView[];
  /** What signed rides are judged by, what encouragement is paid by, what is only compared. */
  numbers: { key: string; heading: string; more: string; rows: NumberView[] }[];
  dayCap: string;
  monthCap: string;
}

const viewFactor = (factor: Factor): FactorView => ({
  mode: factor.mode,
  name: modeName(factor.mode),
  value: factorValue(factor),
  origin: `${factor.year} 年 · ${standingText(factor.standing)}`,
  source: factor.source,
});

const viewSet = (set: FactorSet): FactorSetView => ({
  setId: set.setId,
  name: set.setName,
  validity: set.validToDay === null ? `${set.validFromDay} 起` : `${set.validFromDay} 至 ${set.validToDay}`,
  uncertaintyNote: set.uncertaintyNote,
  factors: set.factors.map(viewFactor),
});

const viewNumber = ({ key, title, value, rule, source, standing }: MethodNumber): NumberView => ({
  key,
  title,
  value,
  rule,
  source: [source, standingText(standing)].filter(text => text !== '').join(' · '),
});

const viewPartner = ({ name, city, modes }: Partner): PartnerView => ({
  name,
  city: cityName(city),
  modes: modes.map(modeName).join('、'),
});

export const viewMethodology = ({
  partners,
  sets,
  caps,
  rules,
  incentives,
  equivalents,
}: Methodology): MethodologyView => ({
  partners: partners.map(viewPartner),
  sets: sets.map(viewSet),
  numbers: [
    { key: 'rules', heading: '行程怎样才算数', more: '核验过的减排', rows: rules.map(viewNumber) },
    { key: 'incentives', heading: '奖励积分', more: '不是减排', rows: incentives.map(viewNumber) },
    { key: 'equivalents', heading: '减排量的比方', more: '不发积分', rows: equivalents.map(viewNumber) },
  ].filter(({ rows }) => rows.length > 0),
  dayCap: massText(caps.dayGrams),
  monthCap: massText(caps.monthGrams),
});
