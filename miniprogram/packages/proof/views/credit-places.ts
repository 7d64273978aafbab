import type { ProcedureOutput } from '../../../../cloudfunctions/contract/procedures';

type Equation = NonNullable<ProcedureOutput<'openLedger.read'>['equations']>['kinds'][number];
type Kind = Equation['kind'];
export type CreditPlace = Equation['places'][number]['place'];

/** A place on the page: what it is called, what is in it, and how pale it is drawn, from people's accounts outwards. */
interface PlaceText {
  name: string;
  explanation: string;
  shade: number;
}

const places: Readonly<Record<CreditPlace, PlaceText>> = {
  users: {
    name: '用户持有',
    explanation: '所有人账上能用的积分，由每个人的流水逐笔加出来。这里只有总数，看不到任何一个人。',
    shade: 0,
  },
  held: { name: '已预留', explanation: '已经选好去处、还能反悔的积分。反悔就原样退回。', shade: 1 },
  debt: {
    name: '待抵扣',
    explanation: '行程被运营方撤销时积分已经用掉的部分，由这些人以后的入账抵扣，所以记成负数。',
    shade: 4,
  },
  campaigns: { name: '活动预算', explanation: '已经装进活动、还没有发给用户的奖励。', shade: 1 },
  intake: {
    name: '待归集',
    explanation: '已离开用户账户的减排。过了 7 天可撤销期、那天封账以后，逐克编号进碳池。',
    shade: 2,
  },
  pools: {
    name: '已归集到碳池',
    explanation: '每一克都有编号，按系数和出行月份分开存放，从不混在一起。',
    shade: 3,
  },
  enterprises: { name: '企业持有', explanation: '企业从碳池取得、还没有注销的克数。', shade: 3 },
  merchants: { name: '商家与公益账户', explanation: '兑换或捐出去的奖励积分，等待结算。', shade: 2 },
  retired: { name: '已注销', explanation: '已用于抵销排放，永久作废，不能再用第二次。', shade: 4 },
  expired: {
    name: '已到期',
    explanation: '过了有效期而作废的奖励积分。到期的减排不作废，会进碳池。',
    shade: 4,
  },
  settled: { name: '已结算', explanation: '已和商家、公益项目结清的奖励积分。', shade: 3 },
  deleted: { name: '随账户注销', explanation: '用户注销账户时作废的奖励积分。', shade: 4 },
  'written-off': { name: '核销的待抵扣', explanation: '账户注销时没有抵扣完的部分。', shade: 4 },
  other: { name: '其他', explanation: '不属于上面任何一类。正常时这里是空的。', shade: 4 },
};

export const placeText = (place: CreditPlace): PlaceText => places[place];

interface MintedText {
  heading: string;
  name: string;
  explanation: string;
}

const minted: Readonly<Record<Kind, MintedText>> = {
  carbon: {
    heading: '减排积分',
    name: '已发放减排',
    explanation: '运营方签名、核验通过的行程，按公开系数算出的克数，1 克 = 1 积分；被撤销的行程已经减去。',
  },
  bonus: {
    heading: '奖励积分',
    name: '已发放奖励',
    explanation: '平台给的奖励，不是减排，和减排分开记账，从不互相折算。',
  },
};

export const mintedText = (kind: Kind): MintedText => minted[kind];
