import type { StaffInput, StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { callStaff, callStaffOnce } from './staff-rpc';

export type PartnerList = StaffOutput<'partners.list'>;
export type Partner = PartnerList['partners'][number];
export type PartnerChange = StaffInput<'partners.requestChange'>;
export type PartnerDay = StaffOutput<'partners.day'>;
export type CollectedSecret = StaffOutput<'partners.collectSecret'>;

/** Throws `ServiceError`, as everything here does. */
export const listPartners = (): Promise<PartnerList> => callStaff('partners.list', {});

/** A new partner, or another's new settings. */
export const requestPartnerChange = (change: PartnerChange): Promise<{ approvalId: string }> =>
  callStaffOnce('partners.requestChange', change);

export const requestRotation = (partnerId: string, reason: string): Promise<{ approvalId: string }> =>
  callStaffOnce('partners.requestRotation', { partnerId, reason });

/** The new secret, once; nothing of it is stored on the phone. */
export const collectSecret = (partnerId: string): Promise<CollectedSecret> =>
  callStaffOnce('partners.collectSecret', { partnerId });

/** How far a partner has come in the sandbox. */
export const readTrial = (partnerId: string): Promise<StaffOutput<'partners.trial'>> =>
  callStaff('partners.trial', { partnerId });

/** What is wrong with a request that a partner has signed; nothing is taken. */
export const checkRequest = (request: StaffInput<'partners.check'>): Promise<StaffOutput<'partners.check'>> =>
  callStaff('partners.check', request);

/** What we have of a Beijing day. */
export const partnerDay = (partnerId: string, day: string): Promise<PartnerDay> =>
  callStaff('partners.day', { partnerId, day });
