import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { cityName } from '../words/cities';
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

type Methodology = ProcedureOutput<'rides.methodology'>;

/** What the server says of the ways: who signs rides, and what plans pay. */
export type KnownTerms = Pick<Methodology, 'partners' | 'incentives'>;

const trackWay: Way = {
  key: 'track',
  kind: 'bonus',
  title: '记录骑行',
  verified: '骑车时手机记下路线，到了马上判定：速度、跳点、缺口和起终点。',
  pays: '估算克数的一半',
  route: routes.recordTrack,
};

/** How a ride of each mode is verified; a mode that no partner signs has no line. */
const signedModes: readonly { mode: string; title: string; verified: string }[] = [
  { mode: 'metro', title: '地铁', verified: '进出站由运营方签名，里程按线网最短路径。' },
  { mode: 'bus', title: '公交', verified: '上下车的站由运营方签名，里程沿途经各站。' },
  { mode: 'shared-bike', title: '共享单车', verified: '还车后由运营方签名，里程和用时都要合理。' },
  { mode: 'shared-e-bike', title: '共享电单车', verified: '还车后由运营方签名，里程和用时都要合理。' },
  { mode: 'nev', title: '新能源车', verified: '用纯电动车的一程，由出行平台签名。' },
  { mode: 'carpool', title: '合乘', verified: '由平台签名同车人数和绕路，整车排放按人数分摊。' },
];

/** Until it is known who signs. */
const anyRide: Way = {
  key: 'rides',
  kind: 'carbon',
  title: '绑卡乘车',
  verified: '运营方为每趟行程签名，绑一次卡，以后自动到账。',
  pays: '一克一积分',
  route: routes.cards,
};

/** `八维通、示例公交`; of another city than most its city is said. */
const signersOf = (mode: string, { partners }: KnownTerms): string =>
  partners
    .filter(({ modes }) => modes.includes(mode))
    .map(({ name, city }) => (city === partners[0]?.city ? name : `${name}（${cityName(city)}）`))
    .join('、');

const signedWays = (terms: KnownTerms | null): Way[] => {
  const ways = signedModes.flatMap(({ mode, title, verified }): Way[] => {
    const signers = terms === null ? '' : signersOf(mode, terms);
    if (signers === '') return [];
    return [{ ...anyRide, key: mode, title, verified: `${signers}：${verified}` }];
  });
  return ways.length === 0 ? [anyRide] : ways;
};

/** People may change what a plan pays: as the methodology has it, without a number where that is not known. */
const planPays = (terms: KnownTerms | null): string => {
  const bonus = terms?.incentives.find(({ key }) => key === 'plan-bonus');
  return bonus ? `每份 ${bonus.value}` : '做到有奖励';
};

/** Every way of earning; a source that has a page of its own has a line here. */
const waysBy = (terms: KnownTerms | null): Way[] => [
  ...signedWays(terms),
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
    pays: planPays(terms),
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
  { kind: 'bonus', heading: '奖励', rule: '橙色：没有签名，只给奖励积分，不算减排量。' },
];

/** What an assistive program reads out for the row. */
const labelled = (way: Way) => ({ ...way, label: `${way.title}，${way.pays}。${way.verified}` });

/** The ways by what they pay; a group without a way is left out. */
export const groupWays = (all: readonly Way[]): WayGroup[] =>
  groups
    .map(group => ({ ...group, ways: all.filter(({ kind }) => kind === group.kind).map(labelled) }))
    .filter(group => group.ways.length > 0);

/** All ways as the page shows them. @param terms null while the server has not answered */
export const viewWays = (terms: KnownTerms | null): WayGroup[] => groupWays(waysBy(terms));
