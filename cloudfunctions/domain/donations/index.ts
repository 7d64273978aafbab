/**
 * Donations: credits that riders give to a fund.
 *
 * 1. Funds are opened, renamed and closed by staff, one asking and another agreeing; none is ever deleted. A fund that is no example names the organisation,
 *    its registration and the agreement; an example says in its name that it is one. What is not whole is left out.
 * 2. A donation is a hold first: for half an hour it can be taken back, then a job posts it.
 * 3. The hold and the donation's document are written together; the ledger alone decides how a hold ended, and the
 *    document follows it, however often a process dies in between.
 * 4. Bonus goes to the fund's account as a merchant, carbon to the pool's intake, as all carbon that leaves.
 * 5. A donation that could not be posted for a day, because paying out stood still, comes back and is told.
 * 6. Only the job writes a fund's account, one donation after the other, so it is no hot document.
 */
export { type DonationRequest, donate } from './donate';
export { type Fund, merchantIdOf } from './fund';
export { type DonationPage, listDonations } from './list-donations';
export { listFunds } from './list-funds';
export { personalParts } from './personal-parts';
export { postDonations } from './post-donations';
export type { DonationView } from './store';
export { voidDonation } from './void-donation';
