/**
 * Low-carbon plans (低碳替代): what a trip would save by each way of travel, and whether it was made that way.
 *
 * 1. The comparison is an estimate: grams by the city's factor set, going by car as nothing. What counts is the trip.
 * 2. A plan is fulfilled by one signed trip, of its day and way of travel, begun after it was made, near both its ends.
 * 3. A trip fulfils one plan. The bonus is fixed, paid once a plan, and for so many plans of a day.
 * 4. It is a bonus, never carbon: a gram comes from a ride.
 * 5. A plan waits three days for records that come late, then it is missed; what is given up counts as nothing.
 * 6. Where the trip is taken back, or claimed elsewhere, for as long as the plan is kept, so is the bonus: at the next look,
 *    and after a declaration at once. It is not paid
 *    again when a declaration is revoked: the plan has ended, and riders are told before they declare.
 * 7. Places are sensitive: favourites are agreed to by themselves and gone at a tap, plans after 90 days, and points are
 *    kept to about a hundred metres.
 */
export { checkPlan } from './check-plan';
export { compareModes } from './compare';
export { dropPlan } from './drop-plan';
export { endsOf } from './ends';
export { keepPlan } from './keep-plan';
export { listPlans, readWeek } from './list-plans';
export { lookAgainAtPlanOf } from './look-again';
export { methodologyOf } from './methodology';
export { personalParts } from './personal-parts';
export { forgetPlace, listPlaces, savePlace } from './places';
export { purges } from './purges';
export { type PlanBonus, readPlanBonuses } from './read-plan-bonuses';
export { settlePlans } from './settle-plans';
export { tellWeeks } from './tell-weeks';
export { termsOf } from './terms';
