import * as z from 'zod';
import type { PictureVerdict } from '../../domain/reports';

/** Numbers and texts of numbers: what is pushed as JSON and what is pushed as XML differ in it. */
const number = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);

/**
 * The answer to `mediaCheckAsync` version 2. `result` is absent, and `errcode` is not 0, where nothing could be looked at
 * (-1008: the address could not be fetched). A pass may come without `errcode`.
 * Source: developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html
 */
export const picturePush = z.looseObject({
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().regex(/^[\w-]{1,128}$/),
  errcode: number.optional(),
  result: z
    .looseObject({ suggest: z.enum(['pass', 'review', 'risky']), label: number.optional() })
    .optional(),
});

export const verdictOf = ({ errcode, result }: z.output<typeof picturePush>): PictureVerdict =>
  result && (errcode ?? 0) === 0 ? result.suggest : 'failed';
