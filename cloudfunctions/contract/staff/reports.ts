import * as z from 'zod';
import { refusalCodes, reportClaim, reportStates, reviewerReasons } from '../reports';
import { cursor, limit, nextCursor, reason, type StaffProcedureContract } from './shapes';

const reportId = z.string().regex(/^own:self-report:[0-9a-z]{26}:[!-~]{1,64}$/, '申报编号不正确');

const waiting = z.strictObject({
  reportId: z.string(),
  mode: z.string(),
  day: z.string(),
  madeAtMs: z.int(),
  /** What WeChat made of the picture: `review` asks people to look closely. */
  check: z.enum(['pass', 'review']),
  /** How many pictures of others, or of earlier, it looks like. */
  alike: z.int(),
  isAppeal: z.boolean(),
  /** By whom it cannot be decided: who did so before. */
  decidedBefore: z.boolean(),
});

/** What a reviewer lays side by side. A rider is named by the beginning of the number only. */
const detail = z.strictObject({
  reportId: z.string(),
  rider: z.string(),
  state: z.enum(reportStates),
  claim: reportClaim,
  distanceMetres: z.int(),
  /** The shortest path where the network is known. */
  networkMetres: z.int().nullable(),
  kilometresAnHour: z.int(),
  credits: z.int(),
  check: z.enum(['pass', 'review']).nullable(),
  /** An address that ends after some minutes; null when the picture is gone or may not be seen. */
  picture: z.string().nullable(),
  madeAtMs: z.int(),
  /** Reports of the rider for trips of the same month, this one included, and how many of them were refused. */
  month: z.strictObject({ made: z.int(), refused: z.int(), limit: z.int() }),
  /** Pictures that look like this one. */
  alike: z.array(
    z.strictObject({
      isSameRider: z.boolean(),
      madeAtMs: z.int(),
      claim: reportClaim.nullable(),
      picture: z.string().nullable(),
    }),
  ),
  decisions: z.array(
    z.strictObject({
      by: z.string(),
      atMs: z.int(),
      verdict: z.enum(['approve', 'refuse']),
      code: z.enum(refusalCodes).nullable(),
      words: z.string(),
    }),
  ),
  appealWords: z.string().nullable(),
  /** Why this member may not decide it; null when he may. */
  hindrance: z.enum(['own', 'decided-before', 'closed']).nullable(),
});

/** Trips that riders declare with a screenshot, and people look at. */
export const staffReportsProcedures = {
  /** Those that wait, the oldest first; `appeals` are those where a rider asked for another look. */
  'reports.queue': {
    input: z.strictObject({ queue: z.enum(['first', 'appeal']), cursor, limit }),
    output: z.strictObject({
      reports: z.array(waiting),
      nextCursor,
      counts: z.strictObject({ first: z.int(), appeal: z.int() }),
    }),
    permission: 'reports.read',
    mutating: false,
  },
  'reports.open': {
    input: z.strictObject({ reportId }),
    output: detail,
    permission: 'reports.read',
    mutating: false,
    audited: 'reads',
  },
  /**
   * `OWN_REQUEST` for one's own report and for an appeal against one's own decision; `ALREADY_DECIDED`. An approval pays,
   * unless the trip's own judgement refuses it, which `state` and `words` then say.
   */
  'reports.decide': {
    input: z.discriminatedUnion('verdict', [
      z.strictObject({ reportId, verdict: z.literal('approve'), reason }),
      z.strictObject({ reportId, verdict: z.literal('refuse'), code: z.enum(reviewerReasons), reason }),
    ]),
    output: z.strictObject({
      state: z.enum(reportStates),
      credits: z.int(),
      words: z.string().nullable(),
    }),
    permission: 'reports.review',
    mutating: true,
  },
} as const satisfies Record<string, StaffProcedureContract>;
