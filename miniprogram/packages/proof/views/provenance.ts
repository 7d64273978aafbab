import type { Methodology } from '../../../services/rides';
import { thousands } from '../../../views/amounts';
import { dayText } from '../../../views/beijing-time';
import type { OwnGrams } from '../services/own-grams';
import { amountText, type BarPart, barParts } from './bar';
import { vintageText } from './origin';
import type { StationView } from './own-proof';

type Origin = OwnGrams['origins'][number];
type Intake = Origin['intakes'][number];
type FactorSet = Pick<Methodology['sets'][number], 'setId' | 'setName'>;

interface PlaceView {
  name: string;
  amount: string;
  note: string;
}

export interface JourneyView {
  day: string;
  title: string;
  stations: StationView[];
}

export interface OriginView {
  origin: string;
  heading: string;
  /** What people call the factors that the grams were counted by. */
  setName: string;
  earned: string;
  /** On the account, set aside, gone. */
  parts: BarPart[];
  places: PlaceView[];
  journeys: JourneyView[];
}

const partsOf = ({ available, held, gone }: Origin): BarPart[] =>
  barParts([
    { name: 'available', amount: available, shade: 0 },
    { name: 'held', amount: held, shade: 1 },
    { name: 'gone', amount: gone, shade: 3 },
  ]);

function placesOf({ available, held, debt, repaid, gone, takenBack }: Origin): PlaceView[] {
  const all: [string, number, string][] = [
    ['在您账上', available, '能用的'],
    ['已预留', held, '选好了去处，还能反悔'],
    ['已离开', gone, '捐出、兑换或到期，不再是您的'],
    ['已收回', takenBack, '行程被撤销，或者您声明它计入别处'],
    ['待抵扣', -debt, '收回时已经用掉，以后的入账先还'],
    ['用于抵扣', repaid, '还了别的月份的待抵扣'],
  ];
  return all
    .filter(([, amount]) => amount !== 0)
    .map(([name, amount, note]) => ({
      name,
      amount: amountText(amount),
      note,
    }));
}

const stateNames = { passed: '已到', now: '正在等', ahead: '还没到' } as const;

const station = (name: string, detail: string, isReached: boolean): StationView =>
  stationIn(isReached ? 'passed' : 'ahead', name, detail);

function stationIn(state: keyof typeof stateNames, name: string, detail: string): StationView {
  return { name, detail, count: '', state, label: `${name}，${stateNames[state]}。${detail}` };
}

function serialsText({ amount, pooled, serials }: Intake): string {
  if (pooled === 0) return '封账以后编号';
  const numbers = serials
    .map(({ from, to }) =>
      from === to ? `第 ${thousands(from)} 号` : `第 ${thousands(from)}–${thousands(to)} 号`,
    )
    .join('、');
  return amount === pooled
    ? `${numbers}，全是您的`
    : `在${numbers}里，和别人当天的混在一起，分不出是哪 ${thousands(amount)} 号`;
}

/** For whom numbers were retired, each named once; empty where nothing was said. */
function beneficiariesText({ retirements = [] }: Partial<Pick<Intake, 'retirements'>>): string {
  const names = [...new Set(retirements.flatMap(({ beneficiary }) => beneficiary ?? []))];
  return names.length === 0 ? '' : `，受益方：${names.join('、')}`;
}

/** Of a range that is shared nobody can tell whose grams went first. */
function retiredText({ amount, pooled, retired, withEnterprises }: Intake): string {
  const held = withEnterprises === 0 ? '' : `，${thousands(withEnterprises)} 克在企业手里`;
  if (retired === 0) return `还没有注销${held}`;
  if (retired === pooled)
    return amount === pooled ? '全部注销，永久作废' : `这一段全部注销，您的 ${thousands(amount)} 克也在内`;
  const own = amount === pooled ? '' : '，其中多少是您的分不出来';
  return `这一段 ${thousands(pooled)} 克里注销了 ${thousands(retired)} 克${own}${held}`;
}

function journeyOf(intake: Intake, today: string): JourneyView {
  const { day, amount, pooled, retired } = intake;
  return {
    day,
    title: `${thousands(amount)} 克离开账户`,
    stations: [
      stationIn(
        pooled > 0 ? 'passed' : 'now',
        '等待归集',
        day > today ? `${dayText(day, today)} 过了可撤销期` : dayText(day, today),
      ),
      station('进碳池', serialsText(intake), pooled > 0),
      station('注销', `${retiredText(intake)}${beneficiariesText(intake)}`, retired > 0),
    ],
  };
}

const viewOrigin = (origin: Origin, sets: readonly FactorSet[], today: string): OriginView => ({
  origin: origin.origin,
  heading: vintageText(origin.vintage),
  setName: sets.find(({ setId }) => setId === origin.setId)?.setName ?? origin.setId,
  earned: thousands(origin.earned),
  parts: partsOf(origin),
  places: placesOf(origin),
  journeys: origin.intakes.map(intake => journeyOf(intake, today)),
});

/** By month of travel, the latest first. A factor set whose name is not known is called by its id. */
export const viewProvenance = (
  { origins, isWhole }: OwnGrams,
  sets: readonly FactorSet[],
  today: string,
) => ({
  origins: origins.map(origin => viewOrigin(origin, sets, today)),
  note: isWhole ? '' : '您的记录很多，最早的几笔没有算在内。',
});

export type ProvenanceView = ReturnType<typeof viewProvenance>;
