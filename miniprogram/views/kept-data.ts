import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { thousands } from './amounts';

type Kind = ProcedureOutput<'personalData.read'>['kinds'][number];

interface KindWords {
  name: string;
  /** Behind its count; empty where a count would tell nothing. */
  unit: string;
  what: string;
  purpose: string;
  kept: string;
  onClosing: string;
}

/** What is kept about a rider, in plain words: each kind of the contract has its own, which a test compares. */
export const kindWords: Readonly<Record<Kind['kind'], KindWords>> = {
  account: {
    name: '账户和同意',
    unit: '',
    what: '随机的会员编号，与微信用户编号（openid）的对应关系，同意或撤回指引的版本和时间。没有姓名、头像和手机号。',
    purpose: '认出是您。',
    kept: '使用期间。',
    onClosing: '对应关系删除。只留下“这个编号已注销”和时间，它不再指向任何人。',
  },
  cards: {
    name: '乘车卡',
    unit: '张',
    what: '卡号的加密摘要；绑定期间还有最后四位。绑卡用的绑定码，一天内删除。',
    purpose: '把运营方发来的行程记到您名下。',
    kept: '绑定期间。解绑后只剩摘要，不再指向您。',
    onClosing: '全部解绑，最后四位删除。摘要留下，免得您以前的行程记给下一个绑这张卡的人。',
  },
  'station-scans': {
    name: '扫码乘车',
    unit: '趟进行中',
    what: '是否同意扫码时使用位置；进行中那一趟的车站、时间和离车站多远。不存经纬度。',
    purpose: '核对您扫码时在车站，记下这一趟。',
    kept: '出站后留到次日，没有出站的留 7 天。撤回位置同意时马上删除。',
    onClosing: '删除。',
  },
  trips: {
    name: '行程',
    unit: '趟',
    what: '进出站、时间、里程、票号，每天的汇总。',
    purpose: '核验、计算减排克数，让您逐笔查看。',
    kept: '使用期间。没有绑定到任何人的行程，30 天后删除。',
    onClosing: '站点、时间、票号都删除。只留票号的摘要、日期和克数，让同一张票不会重复入账。',
  },
  tracks: {
    name: '骑行轨迹',
    unit: '次',
    what: '您自己记录骑行时的位置和时间，位置使用说明的同意记录，以及判定出的里程和速度。',
    purpose: '判定是不是一次骑行，让您看到路线。另存路线的加密摘要，防止同一条路线重复提交。',
    kept: '位置 30 天后删除，可以随时提前删除。判定结果在使用期间保存，加密摘要 180 天。',
    onClosing: '全部删除。',
  },
  'own-trips': {
    name: '自己记录的出行',
    unit: '次',
    what: '骑行轨迹、站点扫码、截图申报的结果：时间、方式、里程、起止位置的摘要，入账多少，没有入账的原因。',
    purpose: '核对同一次出行只计一次，让您逐次查看。',
    kept: '使用期间。',
    onClosing: '全部删除。账本里只留金额，只认随机编号。',
  },
  'scheme-claims': {
    name: '计入其他机制的声明',
    unit: '次',
    what: '哪次出行、声明计入哪个机制、什么时候声明和撤销，退回了多少积分。',
    purpose: '让同一次出行只在一个机制里计一次。',
    kept: '使用期间。',
    onClosing: '删除。',
  },
  reports: {
    name: '申报的出行',
    unit: '份',
    what: '您填写的起止点和时间、截图、审核结果，以及截图的摘要（用来识别重复的截图）。',
    purpose: '核对截图和填写的内容，给您发奖励积分。',
    kept: '截图在审核后 14 天删除，上传的原图马上删除；截图的摘要 180 天后删除；其余在使用期间保留。',
    onClosing: '全部删除。',
  },
  ledger: {
    name: '账本',
    unit: '笔',
    what: '每一笔积分变动、变动后的余额，以及前后相连的哈希。里面没有站点、时间和票号。',
    purpose: '让您和任何人都能核对账目。',
    kept: '一直保存，不会改动。',
    onClosing: '余额清空，记一笔“账户注销”。记录留下，只认随机编号，不再指向您。',
  },
  benefits: {
    name: '权益兑换记录',
    unit: '笔',
    what: '换了哪项权益、发到哪张卡（只留尾号）、多少积分、进行到哪一步。',
    purpose: '让运营方发放，并能查到结果。运营方只看到卡，看不到您是谁。',
    kept: '使用期间。',
    onClosing: '删除。还没有发放的退回后随余额清空。',
  },
  donations: {
    name: '捐出记录',
    unit: '笔',
    what: '捐给哪个项目、多少积分、进行到哪一步。',
    purpose: '让您在反悔期内撤回，并能查到去向。',
    kept: '使用期间。',
    onClosing: '删除。还在反悔期的退回后随余额清空。',
  },
  plans: {
    name: '出行计划',
    unit: '份',
    what: '起点、终点、哪天、用什么方式，和有没有做到。自选的位置只精确到约一百米。',
    purpose: '和核验过的行程比对，做到了就发计划奖励，每周告诉您做到几次。',
    kept: '90 天后自动删除。',
    onClosing: '删除。',
  },
  places: {
    name: '常用地点',
    unit: '个',
    what: '您单独同意后保存的家、公司等地点：车站名，或精确到约一百米的位置。',
    purpose: '计划出行时少选几步，不作别的用途。',
    kept: '您删除之前。在「低碳出行计划」里点一下就删。',
    onClosing: '删除。',
  },
  steps: {
    name: '微信步数',
    unit: '天',
    what: '您另外同意后，最近 31 天每天的步数和给了多少积分，以及什么时候同意的。没有走到哪里。',
    purpose: '算步数奖励，同一步不重复给。',
    kept: '31 天，更早的在下次读取时删除。停止读取或撤回指引后马上删除，只留下“截至哪天已结清”。',
    onClosing: '删除。',
  },
  notices: {
    name: '消息',
    unit: '条',
    what: '绑卡、解绑、行程撤销、积分到期这类通知。',
    purpose: '告诉您账户里发生了什么。',
    kept: '使用期间。',
    onClosing: '删除。',
  },
  subscriptions: {
    name: '微信提醒',
    unit: '条',
    what: '您允许微信提醒您几次、拒绝过没有；每条提醒的时间和是否发出。内容（哪一程、多少克）在交给微信时删除。',
    purpose: '只在您允许的次数里提醒您。',
    kept: '次数在使用期间，发过的提醒 30 天。',
    onClosing: '删除。',
  },
  onboarding: {
    name: '新手引导',
    unit: '条',
    what: '三步里看过、跳过或完成了哪一步，各记一次。没有同意指引时不记。',
    purpose: '改进说明。',
    kept: '使用期间。',
    onClosing: '删除。',
  },
  requests: {
    name: '请求记录',
    unit: '',
    what: '您提交过的操作的编号和结果。',
    purpose: '防止重复提交。',
    kept: '7 天。',
    onClosing: '删除。',
  },
  counters: {
    name: '请求次数',
    unit: '',
    what: '微信用户编号和网络地址的加密摘要，和一分钟内的次数。导出、绑定码的次数按会员编号记。',
    purpose: '防止有人大量刷请求。',
    kept: '几分钟；导出次数一天。',
    onClosing: '按会员编号记的删除，其余几分钟后自动删除。',
  },
  exports: {
    name: '导出文件',
    unit: '份',
    what: '您要求导出的数据文件。',
    purpose: '让您下载。',
    kept: '24 小时。',
    onClosing: '删除。',
  },
};

export interface KeptView {
  kind: string;
  name: string;
  count: string;
  label: string;
  facts: { name: string; text: string }[];
}

const countText = ({ count }: Kind, unit: string): string =>
  count === null || unit === '' ? '' : `${thousands(count)} ${unit}`;

function viewKept(kept: Kind): KeptView {
  const { name, unit, what, purpose, kept: how, onClosing } = kindWords[kept.kind];
  const count = countText(kept, unit);
  return {
    kind: kept.kind,
    name,
    count,
    label: [name, count].filter(Boolean).join(' '),
    facts: [
      { name: '存了什么', text: what },
      { name: '用来', text: purpose },
      { name: '保存', text: how },
      { name: '注销时', text: onClosing },
    ],
  };
}

/** What people ask about first stands first. */
const order = Object.keys(kindWords);

export const viewKeptData = (kinds: readonly Kind[]): KeptView[] =>
  [...kinds].sort((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind)).map(viewKept);
