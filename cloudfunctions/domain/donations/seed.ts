import type { Fund } from './fund';

const example = { organisation: null, isOpen: true } as const;

/**
 * Kinds of funds that charitable foundations in China really have, as examples: no organisation is named because none has
 * agreed to anything. The operator closes them and adds those with whom there is an agreement.
 */
export const exampleFunds: readonly Fund[] = [
  {
    _id: 'example-planting',
    name: '城市补植（示例）',
    kind: 'planting',
    purpose: '在城市周边的林地补种乡土树苗，并养护三年。',
    place: 1,
    ...example,
  },
  {
    _id: 'example-accessible-rides',
    name: '无障碍出行（示例）',
    kind: 'transit',
    purpose: '为行动不便的人预约无障碍公交和出租，由社区登记。',
    place: 2,
    ...example,
  },
  {
    _id: 'example-school-bus',
    name: '乡村校车（示例）',
    kind: 'transit',
    purpose: '补贴山区学生上学放学的班车，让路远的孩子少走夜路。',
    place: 3,
    ...example,
  },
];
