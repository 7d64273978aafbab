/** Where the product's numbers come from, each with what it is used for. */
export interface DataSource {
  name: string;
  use: string;
}

export const dataSources: readonly DataSource[] = [
  { name: '《深圳市低碳公共出行碳普惠方法学》', use: '地铁、公交的减排系数（引自媒体报道，二手来源）' },
  { name: '哈啰出行企业标准', use: '共享单车、共享电单车的减排系数（企业自行公布）' },
  { name: '深圳地铁线网与站点', use: '计算两站之间的最短路径' },
  { name: '美国环保署（EPA）温室气体当量计算器', use: '首页里「相当于多少树苗」的比较，仅供感受大小' },
  { name: '运营方签名的行程', use: '每一笔减排积分的依据' },
];
