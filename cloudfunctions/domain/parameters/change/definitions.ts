import { type Definition, type Group, ofChain, ofEarning, ofLedger, ofSource } from './definition';
import { ownTripDefinitions } from './own-trip-definitions';
import { planDefinitions } from './plan-definitions';

/**
 * Every parameter that the console offers. Bounds keep out slips of the hand (a zero too many or too few) and what the
 * rest of the product was not built for; what numbers have to be towards each other is in `check-values.ts`.
 */
export const groups: readonly Group[] = [
  {
    title: '入账上限',
    definitions: [
      ofEarning('dayCapGrams', {
        label: '每人每天入账上限',
        unit: '克',
        least: 500,
        most: 100_000,
        effect:
          '同一天进站的出行合计最多入账这么多碳积分，超出部分不入账。只影响生效后收到的出行，已入账的不变。',
      }),
      ofEarning('monthCapGrams', {
        label: '每人每月入账上限',
        unit: '克',
        least: 5_000,
        most: 3_000_000,
        effect: '同一个月进站的出行合计最多入账这么多碳积分，不得低于每天上限。已入账的不变。',
      }),
      ofSource('partner', 100_000, {
        label: '合作方出行每天上限',
        unit: '克',
        least: 500,
        most: 100_000,
        effect: '由合作方报送的出行，每人每天最多入账这么多碳积分；与每天上限同时生效，以较小者为准。',
      }),
    ],
  },
  { title: '自己记录的出行', definitions: ownTripDefinitions },
  { title: '低碳替代计划', definitions: planDefinitions },
  {
    title: '积分账户',
    definitions: [
      ofLedger('expiryMonths', {
        label: '积分有效期',
        unit: '个月',
        least: 6,
        most: 60,
        effect: '积分在入账当月之后再过这么多个月的月底到期。只影响生效后入账的积分，已入账的到期日不变。',
      }),
      ofLedger('reversalWindowDays', {
        label: '撤销期',
        unit: '天',
        least: 1,
        most: 30,
        effect:
          '这么多天内入账的碳积分单独成批，合作方撤销出行时先从这一批扣回。天数越多，账户里的批次越多。',
      }),
      ofLedger('lotLimit', {
        label: '账户批次上限',
        unit: '批',
        least: 64,
        most: 256,
        effect: '一个账户最多有这么多批积分，满了以后不能再入账。须容得下有效期和撤销期会产生的批次。',
      }),
    ],
  },
  {
    title: '员工开户审批',
    definitions: [
      ofChain('superior', {
        label: '直属上级审批',
        effect: '新的开户申请是否先由申请人的直属上级审批。已提出的申请不变。',
      }),
      ofChain('office', {
        label: '办公室审批',
        effect: '新的开户申请是否由办公室审批。已提出的申请不变。',
      }),
      ofChain('network', {
        label: '网络部审批',
        effect: '新的开户申请是否由网络部审批。三级审批至少保留一级。',
      }),
    ],
  },
];

const byPath: ReadonlyMap<string, Definition> = new Map(
  groups.flatMap(({ definitions }) => definitions.map(one => [one.path, one] as const)),
);

export const definitions: readonly Definition[] = [...byPath.values()];

export const definitionOf = (path: string): Definition | undefined => byPath.get(path);
