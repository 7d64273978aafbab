import * as z from 'zod';
import { page } from './page';
import type { ProcedureContract } from './procedure';

/** Marks that turn the direction of writing: with them a line reads otherwise than it is, to who has to judge it. */
const TURNING = /\p{Bidi_Control}/u;
const shown = (text: z.ZodString): z.ZodString =>
  text.refine(value => !TURNING.test(value), '含有会改变文字方向的字符，请删去后重新输入');

const placeName = shown(z.string().trim().min(1, '请填写地点').max(30, '地点不超过 30 字'));

/**
 * Why a declared trip was not paid; names are never changed, stored reports carry them. The first ones are a reviewer's,
 * the `picture-…` ones of the picture check, `own-trip` means that the trip's own judgement said no.
 */
export const reviewerReasons = [
  'unreadable',
  'no-trip',
  'facts-differ',
  'not-own',
  'counted-already',
  'other',
] as const;
export const refusalCodes = [
  ...reviewerReasons,
  'picture-risky',
  'picture-used',
  'picture-unchecked',
  'own-trip',
] as const;
export type ReviewerReason = (typeof reviewerReasons)[number];
export type RefusalCode = (typeof refusalCodes)[number];

/** `checking`: the picture is looked at by WeChat. `waiting`, `appealed`: a person looks at it. */
export const reportStates = ['checking', 'waiting', 'paid', 'refused', 'appealed', 'withdrawn'] as const;

export const reportClaim = z.strictObject({
  mode: z.string(),
  from: z.string(),
  to: z.string(),
  fromMs: z.int(),
  toMs: z.int(),
  /** What the rider says; null where the network knows. */
  statedMetres: z.int().nullable(),
  note: z.string(),
});

const report = z.strictObject({
  reportId: z.string(),
  state: z.enum(reportStates),
  claim: reportClaim,
  /** By which it is paid. */
  distanceMetres: z.int(),
  /** What it would pay, or has paid. */
  credits: z.int(),
  madeAtMs: z.int(),
  decidedAtMs: z.int().nullable(),
  refusal: z.strictObject({ code: z.enum(refusalCodes), words: z.string() }).nullable(),
  /** Until when the rider may ask for another look; null where that cannot be. */
  appealUntilMs: z.int().nullable(),
  appealWords: z.string().nullable(),
  /** When the picture is deleted, null while that is open or when it is gone. */
  pictureUntilMs: z.int().nullable(),
});

const reportId = z.string().regex(/^own:self-report:[0-9a-z]{26}:[!-~]{1,64}$/, '申报编号不正确');

export const reportsProcedures = {
  /** What may be declared, and how many times more this month. */
  'reports.terms': {
    input: z.strictObject({}),
    output: z.strictObject({
      city: z.string(),
      modes: z.array(z.strictObject({ mode: z.string(), label: z.string(), byStations: z.boolean() })),
      stations: z.array(z.string()),
      monthReports: z.int(),
      leftThisMonth: z.int(),
      oldestDays: z.int(),
      keptDays: z.int(),
      largestBytes: z.int(),
    }),
    mutating: false,
  },
  /** Where the picture goes to: a path of the cloud's storage for this one upload; it is deleted within the hour. */
  'reports.beginUpload': {
    input: z.strictObject({}),
    output: z.strictObject({ uploadId: z.string(), cloudPath: z.string(), expiresAtMs: z.int() }),
    mutating: true,
  },
  /**
   * Declares a trip with the picture that was uploaded. `agreed` is the rider's consent to look at this picture.
   * `PICTURE_REFUSED`, `PICTURE_USED`, `REPORT_LIMIT`, `INVALID_INPUT`.
   */
  'reports.submit': {
    input: z.strictObject({
      uploadId: z.string().regex(/^[0-9a-z]{26}$/),
      fileId: z.string().max(1024).startsWith('cloud://', '图片没有上传成功，请重新选择'),
      agreed: z.literal(true, '请先同意查看这张截图'),
      mode: z.string().min(1).max(30),
      from: placeName,
      to: placeName,
      fromMs: z.int().min(0),
      toMs: z.int().min(0),
      statedMetres: z
        .int()
        .min(300, '里程要在 0.3 到 60 公里之间')
        .max(60_000, '里程要在 0.3 到 60 公里之间')
        .nullable(),
      note: shown(z.string().trim().max(100, '说明不超过 100 字')).default(''),
    }),
    output: z.strictObject({ report }),
    mutating: true,
  },
  /** The rider's declared trips, latest first. */
  'reports.list': {
    input: page,
    output: z.strictObject({ reports: z.array(report), nextCursor: z.string().nullable() }),
    mutating: false,
  },
  /** One of them, with an address of its picture that ends after some minutes; null when the picture is gone. */
  'reports.get': {
    input: z.strictObject({ reportId }),
    output: z.strictObject({ report, picture: z.string().nullable() }),
    mutating: false,
  },
  /** Another look by somebody else, once. `APPEAL_CLOSED`. */
  'reports.appeal': {
    input: z.strictObject({
      reportId,
      words: shown(z.string().trim().min(5, '请说明理由（至少 5 个字）').max(200, '理由不超过 200 字')),
    }),
    output: z.strictObject({ report }),
    mutating: true,
  },
  /** Takes a report back that nobody has decided; its picture is deleted. `ALREADY_DECIDED`. */
  'reports.withdraw': {
    input: z.strictObject({ reportId }),
    output: z.strictObject({ report }),
    mutating: true,
  },
} as const satisfies Record<string, ProcedureContract>;
