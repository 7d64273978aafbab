/** Where people of the demo go. Names are the metro's own; a test compares them with the network. */

/** Stations amid offices. */
export const offices = [
  '高新园',
  '科苑',
  '深大',
  '后海',
  '车公庙',
  '会展中心',
  '购物公园',
  '福田',
  '岗厦',
  '大剧院',
  '国贸',
  '前海湾',
  '五和',
  '坂田北',
  '高新南',
  '深圳北站',
  '华强北',
  '南山',
] as const;

/** Residential areas, near and far. */
export const homes = [
  '龙华',
  '清湖',
  '民治',
  '白石龙',
  '上塘',
  '布吉',
  '木棉湾',
  '横岗',
  '龙城广场',
  '双龙',
  '大运',
  '坂田',
  '杨美',
  '西乡',
  '固戍',
  '坪洲',
  '宝体',
  '沙井',
  '福永',
  '松岗',
  '光明大街',
  '公明广场',
  '桃源村',
  '西丽',
  '塘朗',
  '上梅林',
  '莲花村',
  '景田',
  '翠竹',
  '布心',
  '草埔',
  '石厦',
  '沙尾',
  '桂湾',
  '灵芝',
  '翻身',
  '湾厦',
  '坪山广场',
  '平湖',
  '贝尔路',
  '新秀',
  '蛇口港',
] as const;

/** Factories, hospitals, the airport: where work goes on at all hours. */
export const shiftPlaces = [
  '机场',
  '比亚迪北',
  '沙井',
  '福永',
  '华为',
  '布吉',
  '机场东',
  '中芯国际',
] as const;

export const campuses = ['深大', '大学城', '技术大学', '中大', '深大南', '西丽湖'] as const;

/** Shops, parks, beaches and museums. */
export const outings = [
  '世界之窗',
  '华侨城',
  '海上世界',
  '深圳湾公园',
  '老街',
  '少年宫',
  '市民中心',
  '大梅沙',
  '小梅沙',
  '红树湾南',
  '购物公园',
  '香蜜湖',
  '仙湖路',
  '沙头角',
  '观澜湖',
  '中山公园',
] as const;

/** Where visitors sleep: near stations and border crossings. */
export const hotels = ['罗湖', '福田口岸', '深圳北站', '老街', '会展中心', '蛇口港'] as const;
