import type { FactorRow, FactorSet, Mode } from './factor-set';

const METHODOLOGY = '《深圳市低碳公共出行碳普惠方法学》，据《深圳商报》2022-09-23 报道';
const COMPANY_STANDARD = '哈啰出行企业标准，据媒体 2022-07-21 报道';

/** A number that its source gives as a difference, without the baseline it was taken from. */
function reduction(
  mode: Mode,
  reductionMilligramsPerKm: number,
  origin: Pick<FactorRow, 'year' | 'source' | 'note'>,
): FactorRow {
  return { mode, form: 'reduction', reductionMilligramsPerKm, standing: 'secondary', ...origin };
}

/**
 * The set that new installations start with: of the published ones the most conservative that covers its modes.
 * It is inserted as a document and never edited; a better number is a new set with a later first day.
 */
export const shenzhenFactorSet: FactorSet = {
  _id: 'sz-2021',
  city: 'shenzhen',
  name: '深圳市减排因子（2021 年）',
  validFromDay: '2021-01-01',
  validToDay: null,
  rows: [
    reduction('metro', 46_700, {
      year: '2021',
      source: METHODOLOGY,
      note: '地铁，46.7 克/人公里；来源只公布差值，未公布基准线。',
    }),
    reduction('bus', 26_900, {
      year: '2021',
      source: METHODOLOGY,
      note: '纯电动公交，26.9 克/人公里；来源只公布差值，未公布基准线。',
    }),
    reduction('shared-bike', 33_880, {
      year: '2022',
      source: COMPANY_STANDARD,
      note: '共享单车，33.88 克/人公里；企业自行公布，未见第三方核证。',
    }),
    reduction('shared-e-bike', 35_010, {
      year: '2022',
      source: COMPANY_STANDARD,
      note: '共享电单车，35.01 克/人公里；企业自行公布，未见第三方核证。',
    }),
  ],
  uncertaintyNote:
    '这些因子是平均值，不是您这一次出行的实测值；它们引自媒体对方法学和企业标准的报道，我们没有核对到原文。' +
    '不同来源的数值相差很大：仅地铁一项，公开数值就在每人公里 46.7 至 210 克之间，' +
    '因为有的与全市交通结构相比，有的与私家车相比。我们采用其中偏保守的一套，每一行都注明来源，计算结果向下取整；' +
    '一次出行只按一套因子计算，不同因子集的减排量不会混在一起。',
};
