/**
 * Settlements: bonus that riders turned into something, and that the operator has paid the merchant or fund for.
 *
 * 1. It is booked out by an entry that names the payment; two members agree, or one where a team has no second.
 * 2. Never more than the merchant was given; of one merchant one settlement is asked for at a time.
 * 3. Money is paid elsewhere: here is only what it was paid for.
 */
export { type ListedMerchant, listMerchants } from './list-merchants';
export { requestSettlement, type SettlementRequest } from './request-settlement';
export { merchantsSettlementKind } from './settlement-kind';
