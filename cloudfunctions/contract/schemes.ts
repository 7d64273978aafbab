import * as z from 'zod';
import { pageOfTrips } from './page';
import type { ProcedureContract } from './procedure';

/** Other schemes that count trips, as riders know them; `other` is whatever is not listed. */
export const schemeNames = {
  'shenzhen-tpt': '深圳碳普惠（低碳星球等）',
  'beijing-maas': '北京绿色出行碳普惠（MaaS）',
  'ant-forest': '蚂蚁森林',
  'shanghai-carbon': '上海碳普惠',
  other: '其他减排机制',
} as const;
export type Scheme = keyof typeof schemeNames;
const schemes = Object.keys(schemeNames) as [Scheme, ...Scheme[]];

/** What a declaration says: this trip is claimed in another scheme and so counts nothing here. */
const claim = z.strictObject({
  tripId: z.string(),
  /** Whether a partner signed it; else it is an own trip. */
  isSigned: z.boolean(),
  scheme: z.enum(schemes),
  /** `reversed`: its partner has taken the ride back, and the declaration ended with it. */
  state: z.enum(['claimed', 'revoked', 'reversed']),
  mode: z.string(),
  fromMs: z.int(),
  /** What the rider gave back for it. */
  grams: z.int(),
  bonus: z.int(),
  declaredAtMs: z.int(),
  revokedAtMs: z.int().nullable(),
});

const tripId = z.string().min(1).max(200);

export const schemesProcedures = {
  /** The rider's declarations, latest first, a page at a time. */
  'schemes.list': {
    input: pageOfTrips,
    output: z.strictObject({ claims: z.array(claim), nextCursor: z.string().nullable() }),
    mutating: false,
  },
  /** What declaring the trip would change, without changing anything. */
  'schemes.preview': {
    input: z.strictObject({ tripId }),
    output: z.strictObject({
      tripId: z.string(),
      isSigned: z.boolean(),
      mode: z.string(),
      fromMs: z.int(),
      /** `open`: it can be declared. `claimed`: it is. `closed`: it pays nothing, so there is nothing to declare. */
      state: z.enum(['open', 'claimed', 'closed']),
      /** What leaves the account with the declaration. */
      grams: z.int(),
      bonus: z.int(),
      /** Of it what has been used already and would be owed. */
      owed: z.int(),
    }),
    mutating: false,
  },
  /** Errors: `NOT_FOUND`, `OVERTAKEN` for a trip that pays nothing. Declaring again what is declared is fine. */
  'schemes.declare': {
    input: z.strictObject({ tripId, scheme: z.enum(schemes) }),
    output: z.strictObject({ claim }),
    mutating: true,
  },
  /** The trip counts here again, below the caps of now. Errors: `NOT_FOUND`, `OVERTAKEN`. */
  'schemes.revoke': {
    input: z.strictObject({ tripId }),
    output: z.strictObject({ claim, creditedGrams: z.int(), paidBonus: z.int() }),
    mutating: true,
  },
} as const satisfies Record<string, ProcedureContract>;
