import type { schemesProcedures } from '../../../contract/schemes';
import { type Claim, listClaims } from '../../../domain/claims';
import { declareElsewhere, previewClaim, revokeClaim } from '../../../domain/schemes';
import type { HandlersOf } from '../handler';

const shown = ({ _id, uid, position, ...claim }: Claim) => claim;

export const schemesHandlers: HandlersOf<typeof schemesProcedures> = {
  'schemes.list': {
    access: 'rider',
    run: async ({ platform, uid, input: { cursor, limit } }) => {
      const page = await listClaims(platform, uid, { cursor: cursor ?? null, limit });
      return { claims: page.claims.map(shown), nextCursor: page.nextCursor };
    },
  },
  'schemes.preview': {
    access: 'rider',
    run: ({ platform, uid, input: { tripId } }) => previewClaim(platform, uid, tripId),
  },
  'schemes.declare': {
    access: 'consenting-rider',
    run: async ({ platform, uid, request, input }) => ({
      claim: shown(await declareElsewhere(platform, { uid, ...input }, request)),
    }),
  },
  'schemes.revoke': {
    access: 'consenting-rider',
    run: async ({ platform, uid, request, input: { tripId } }) => {
      const { claim, ...paid } = await revokeClaim(platform, { uid, tripId }, request);
      return { claim: shown(claim), ...paid };
    },
  },
};
