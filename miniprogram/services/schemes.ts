import type { ProcedureInput, ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { call, callOnce } from './rpc';

export type Claim = ProcedureOutput<'schemes.list'>['claims'][number];
export type ClaimPreview = ProcedureOutput<'schemes.preview'>;
export type Scheme = ProcedureInput<'schemes.declare'>['scheme'];

const PAGE_LIMIT = 50;

/** The rider's latest declarations. */
export const listClaims = async (): Promise<Claim[]> =>
  (await call('schemes.list', { limit: PAGE_LIMIT })).claims;

export const previewClaim = (tripId: string): Promise<ClaimPreview> => call('schemes.preview', { tripId });

export const declareClaim = (input: ProcedureInput<'schemes.declare'>) => callOnce('schemes.declare', input);

export const revokeClaim = (tripId: string) => callOnce('schemes.revoke', { tripId });
