import type { ProcedureInput, ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { type Copy, keepCopy } from './offline-copy';
import { call, callOnce } from './rpc';

export type Giving = ProcedureOutput<'ledger.funds'>;
export type DonationsPage = ProcedureOutput<'ledger.donations'>;
export type Donation = DonationsPage['donations'][number];

const PAGE_LIMIT = 20;

/** Where credits can be given to, and whether they can be now. */
export const readGiving = (): Promise<Copy<Giving>> => keepCopy('giving', () => call('ledger.funds', {}));

/** The rider's donations, latest first. Only the first page has an offline copy. */
export const firstDonations = (): Promise<Copy<DonationsPage>> =>
  keepCopy('donations', () => call('ledger.donations', { limit: PAGE_LIMIT }));

export const moreDonations = (cursor: string): Promise<DonationsPage> =>
  call('ledger.donations', { cursor, limit: PAGE_LIMIT });

/** Sets credits aside for a fund; for half an hour they can be taken back. */
export const donate = async (input: ProcedureInput<'ledger.donate'>): Promise<Donation> =>
  (await callOnce('ledger.donate', input)).donation;

export const takeBackDonation = async (donationId: string): Promise<Donation> =>
  (await callOnce('ledger.voidDonation', { donationId })).donation;
