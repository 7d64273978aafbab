/**
 * Benefits: credits that riders turn into something of a partner's, such as a ticket in his transit app.
 *
 * 1. Offers are reference data, added as documents by the operator; one without an agreement says in its name that it
 *    is an example. What is not whole is left out.
 * 2. An order is a hold first, for a card of the rider that the partner himself has bound: he learns the card, never
 *    the rider.
 *    Once the card is unbound the order waits for nobody: it is fed no more and comes back.
 * 3. The partner reads what waits for him and confirms or refuses each, in any order and as often as he likes.
 * 4. The ledger alone decides how a hold ended, once; the document follows it, however often a process dies in between.
 * 5. Bonus goes to the partner's account as a merchant, carbon to the pool's intake, as all carbon that leaves.
 * 6. What is not confirmed within a day comes back by itself, and the rider is told of every end.
 */
export { listBenefits } from './list-benefits';
export { listOffers, offerProblem } from './list-offers';
export { type BenefitOrder, orderBenefit } from './order-benefit';
export { feedBenefits, judgeBenefit } from './partner-benefits';
export { personalParts } from './personal-parts';
export { returnBenefits } from './return-benefits';
export type { BenefitView, Offer } from './store';
