import { type Definition, ofPlans } from './definition';

/** What the console offers of low-carbon plans; the defaults are those of the domain that pays them. */
export const planDefinitions: readonly Definition[] = [
  ofPlans('bonus', 20, {
    label: '完成一次计划的奖励',
    unit: '积分',
    least: 0,
    most: 500,
    effect: '先计划、后出行，行程核验后发放的奖励积分，每份计划一次。只影响生效后完成的计划。',
  }),
  ofPlans('paidADay', 2, {
    label: '每人每天有奖励的计划',
    unit: '份',
    least: 0,
    most: 6,
    effect: '同一天完成的计划里最多这么多份有奖励，其余只记完成。只影响生效后完成的计划。',
  }),
];
