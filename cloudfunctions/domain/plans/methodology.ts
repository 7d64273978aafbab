import type { Incentive } from '../../contract/rides';
import type { Parameters } from '../parameters';
import { ROAD_DETOUR } from './compare';
import { carPace, paceOf } from './pace';
import { termsOf } from './terms';

const OWN_JUDGEMENT = '碳点点自行设定';

const speedOf = (mode: string): number => paceOf(mode)?.kmAnHour ?? 0;

/** Every number that plans are compared and paid by. */
export function methodologyOf(parameters: Parameters): Incentive[] {
  const { bonus, paidADay, madeADay, nearMetres, lateDays } = termsOf(parameters);
  const speeds = `地铁 ${speedOf('metro')}、公交 ${speedOf('bus')}、共享单车 ${speedOf('shared-bike')}、共享电单车 ${speedOf('shared-e-bike')}、开车 ${carPace.kmAnHour}`;
  return [
    {
      key: 'plan-bonus',
      title: '低碳出行计划：奖励',
      rule: `先计划后出行，做到一份发一次，每天最多 ${paidADay} 份；行程在一周内被撤销，奖励一并退回`,
      value: `${bonus} 积分`,
      source: `${OWN_JUDGEMENT}，可由员工经审批调整`,
      standing: 'own',
    },
    {
      key: 'plan-match',
      title: '低碳出行计划：怎样算做到',
      rule: `计划之后、当天、同一种方式、起终点各不超过 ${nearMetres} 米，且有合作方签名；晚报的行程等 ${lateDays} 天；每天最多计划 ${madeADay} 次`,
      value: `${nearMetres} 米`,
      source: OWN_JUDGEMENT,
      standing: 'own',
    },
    {
      key: 'plan-estimate',
      title: '低碳出行计划：时间估算',
      rule: `${speeds}（公里/小时），另加步行和等候；道路里程按直线的 ${ROAD_DETOUR} 倍。只用来比较，不影响入账`,
      value: `直线 × ${ROAD_DETOUR}`,
      source: OWN_JUDGEMENT,
      standing: 'own',
    },
  ];
}
