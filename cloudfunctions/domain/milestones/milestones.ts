/** An amount of carbon that something known stands for. */
export interface Milestone {
  key: string;
  title: string;
  grams: number;
  /** Where the number is from, in words for the page. */
  source: string;
}

const GRID = '生态环境部、国家统计局公布的 2023 年全国电力平均二氧化碳排放因子：每度电 0.5306 千克';
const PETROL = '美国环保署（EPA）当量计算器：一加仑汽油燃烧排放 8.887 千克二氧化碳，合每升 2.348 千克';
const TREE = '美国环保署（EPA）当量计算器：一棵城市树苗十年约吸收 60 千克二氧化碳，平均每年 6 千克';

/** Least first. Each is a published number, or so many of one; none is made up to look good. */
export const milestones: readonly Milestone[] = [
  {
    key: 'car-km',
    title: '私家车开一公里',
    grams: 272,
    source: '《新京报》2019-12-05：北京小客车 22 公里的例子，合每人每公里 272 克',
  },
  { key: 'kilowatt-hour', title: '一度电', grams: 531, source: GRID },
  { key: 'petrol-litre', title: '烧一升汽油', grams: 2_348, source: PETROL },
  { key: 'tree-year', title: '一棵树苗一年的吸收', grams: 6_000, source: TREE },
  { key: 'hundred-kilowatt-hours', title: '一百度电', grams: 53_060, source: GRID },
  { key: 'tree-decade', title: '一棵树苗十年的吸收', grams: 60_000, source: TREE },
  { key: 'petrol-tank', title: '烧五十升汽油', grams: 117_400, source: PETROL },
  {
    key: 'tonne',
    title: '一吨',
    grams: 1_000_000,
    source: '《碳排放权交易管理办法（试行）》：1 个单位的碳排放配额是 1 吨二氧化碳当量',
  },
];
