/**
 * Which card belongs to which rider.
 *
 * 1. A token has at most one rider, a code binds at most one token, under any concurrency.
 * 2. A code is random, valid for ten minutes to the millisecond, used once; new ones and wrong guesses are limited.
 * 3. Binding, unbinding and waiting rides of a token all read and write its document: they happen in one order.
 * 4. Nobody is bound without consent: binding writes the rider's document as well.
 * 5. A token that is bound to somebody else is never taken over: TOKEN_BOUND, until they unbind it.
 * 6. Either side may unbind at any time. `lastUnboundAtMs` divides one rider's rides from the next one's.
 * 7. The rider is told of each binding, and of each unbinding by the partner, in the same transaction; the partner of
 *    each unbinding by the rider.
 * 8. The partner's own token is kept nowhere: a keyed digest stands for it, and four characters while it is bound.
 * 9. Binding marks waiting rides as due (`creditDueAtMs`); crediting them is for `rides`.
 */
export { type BoundToken, bindToken } from './bind-token';
export { createCode, type NewCode } from './create-code';
export { finishWithdrawals } from './finish-withdrawals';
export { type Binding, listBindings } from './list-bindings';
export { personalParts } from './personal-parts';
export { purges } from './purges';
export { type CardState, readCard } from './read-card';
export { removeBinding } from './remove-binding';
export { type RiderToken, riderTokens } from './store';
export { cardIdOf, newRiderToken, type TokenReference, tokenIdOf } from './token';
export { unbindToken } from './unbind-token';
export { unbindWithdrawn } from './unbind-withdrawn';
export { listUnboundCards, type UnboundCardsPage } from './unbound-cards';
