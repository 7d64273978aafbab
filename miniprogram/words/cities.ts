/** Cities by the names that factor sets know them by. */
const names: Readonly<Record<string, string>> = {
  beijing: '北京',
  shanghai: '上海',
  guangzhou: '广州',
  shenzhen: '深圳',
  wuhan: '武汉',
  chengdu: '成都',
  hangzhou: '杭州',
  nanjing: '南京',
  chongqing: '重庆',
  tianjin: '天津',
};

/** A city that is not known here is called as its factors call it. */
export const cityName = (city: string): string => names[city] ?? city;
