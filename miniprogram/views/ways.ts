import { modules } from './modules';
import { routes } from './routes';

/** Carbon is what a partner has signed; everything else encourages and is a bonus. */
export type WayKind = 'carbon' | 'bonus';

/** One way of earning, as the list of all ways shows it. */
export interface Way {
  key: string;
  kind: WayKind;
  title: string;
  /** How it is made sure that it happened, in a sentence. */
  verified: string;
  /** What it pays, in a few words. */
  pays: string;
  /** The page that it begins on. */
  route: string;
}

const trackWay: Way = {
  key: 'track',
  kind: 'bonus',
  title: '记录骑行',
  verified: '骑车时手机记下路线，到了马上判定：速度、跳点、缺口和起终点。',
  pays: '估算克数的一半',
  route: routes.recordTrack,
};

/** Every way of earning; a source that has a page of its own has a line here. */
const ways: readonly Way[] = [
  {
    key: 'rides',
    kind: 'carbon',
    title: '绑卡乘车',
    verified: '运营方为每趟行程签名，绑一次卡，以后自动到账。',
    pays: '一克一积分',
    route: routes.cards,
  },
  {
    key: 'station-code',
    kind: 'bonus',
    title: '扫码乘车',
    verified: '买票也能记：进站、出站各扫一次车站码，核对位置和用时。',
    pays: '减排量的一半',
    route: routes.stationTrip,
  },
  {
    key: 'plans',
    kind: 'bonus',
    title: '低碳出行计划',
    verified: '出发前选好走法，当天用核验过的行程走完。',
    pays: '每份 20 积分',
    route: routes.plans,
  },
  {
    key: 'steps',
    kind: 'bonus',
    title: '走路',
    verified: '微信直接告诉服务器步数，同一步只算一次。',
    pays: '50 步 1 积分',
    route: routes.steps,
  },
  ...(modules.track ? [trackWay] : []),
  {
    key: 'reports',
    kind: 'bonus',
    title: '截图申报',
    verified: '上传行程截图，先过内容安全检查，再由工作人员核对。',
    pays: '减排量的一半',
    route: routes.reports,
  },
];

export interface WayGroup {
  kind: WayKind;
  heading: string;
  /** What all of the group have in common. */
  rule: string;
  ways: (Way & { label: string })[];
}

const groups: readonly Omit<WayGroup, 'ways'>[] = [
  { kind: 'carbon', heading: '核验过的减排', rule: '绿色：有签名的行程。克数进账本，一克一积分。' },
  { kind: 'bonus', heading: '鼓励', rule: '橙色：没有签名，只给鼓励积分，不算减排量。' },
];

/** What an assistive program reads out for the row. */
const labelled = (way: Way) => ({ ...way, label: `${way.title}，${way.pays}。${way.verified}` });

/** The ways by what they pay; a group without a way is left out. */
export const groupWays = (all: readonly Way[] = ways): WayGroup[] =>
  groups
    .map(group => ({ ...group, ways: all.filter(({ kind }) => kind === group.kind).map(labelled) }))
    .filter(group => group.ways.length > 0);
