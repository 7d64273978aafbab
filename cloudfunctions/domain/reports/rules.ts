/** Numbers of declared trips and pure judgements over them. Where no source is named they are our own judgement. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Trips older than this cannot be declared: a reviewer could find nothing to compare them with. */
export const OLDEST_DAYS = 7;
/** As for rides of partners. */
export const LONGEST_MS = 4 * HOUR_MS;
/** How long a rider may ask for another look. */
export const APPEAL_MS = 7 * DAY_MS;
/** A picture is deleted so long after the decision: a week to appeal, a week for questions. */
export const KEPT_DAYS = 14;
export const KEPT_MS = KEPT_DAYS * DAY_MS;
/** Pictures that WeChat calls a risk, and those of withdrawn reports, go with the next run of the job. */
export const AT_ONCE_MS = 0;
/** An upload that no report names is deleted after this. */
export const UPLOAD_MS = HOUR_MS;
/** Uploads of one rider in any hour. */
export const UPLOADS_AN_HOUR = 20;
/** A used screenshot is known again for half a year; no trip that it could show may be declared by then. */
export const PRINT_KEPT_MS = 180 * DAY_MS;
/** WeChat answers within 30 minutes (mediaCheckAsync, 异步检测结果); then it is asked again. */
export const CHECK_AGAIN_MS = 40 * MINUTE_MS;
export const MOST_CHECKS = 3;
/** Long enough for the picture to be fetched within those 30 minutes. */
export const CHECK_ADDRESS_SECONDS = 2_400;
/** For looking at a picture once. */
export const LOOK_SECONDS = 300;

/**
 * Measured on drawn pages of one app, 1080 × 2340: the same picture after compression and scaling down to 800 points differs
 * by at most 27 of 255 in a cell, another page in one digit by 35 and more. Much smaller pictures differ by more.
 */
export const SAME_CELLS = 28;
/** Up to here two pictures are shown side by side. */
export const ALIKE_CELLS = 64;
export const ALIKE_BITS = 16;

export interface ClaimedTimes {
  fromMs: number;
  toMs: number;
}

/** What is wrong with the times, in words and by field; null when nothing is. */
export function timesProblem(
  { fromMs, toMs }: ClaimedTimes,
  nowMs: number,
): { field: string; reason: string } | null {
  if (toMs <= fromMs) return { field: 'toMs', reason: '到达时间要晚于出发时间' };
  if (toMs > nowMs) return { field: 'toMs', reason: '出行结束之后才能申报' };
  if (fromMs < nowMs - OLDEST_DAYS * DAY_MS) {
    return { field: 'fromMs', reason: `只能申报最近 ${OLDEST_DAYS} 天的出行` };
  }
  if (toMs - fromMs > LONGEST_MS) return { field: 'toMs', reason: '一次出行最长 4 小时，请分开申报' };
  return null;
}

/** Half of the grams, rounded down (Wuhan's precedent: 52 for a declared trip against 105 for a verified one). */
export const halfOf = (grams: number): number => Math.floor(grams / 2);

export const kilometresAnHour = (metres: number, { fromMs, toMs }: ClaimedTimes): number =>
  Math.round((metres * 3_600) / (toMs - fromMs));

/**
 * Until when the rider may ask for another look at a refusal by a person; once. What the rules of own trips refuse, such
 * as an overlap, stays refused whoever approves it.
 */
export const appealUntilMs = (report: {
  state: string;
  decidedAtMs: number | null;
  appeal: object | null;
  decisions: readonly object[];
  refusal: { code: string } | null;
}): number | null =>
  report.state === 'refused' &&
  report.refusal?.code !== 'own-trip' &&
  report.decisions.length > 0 &&
  !report.appeal &&
  report.decidedAtMs !== null
    ? report.decidedAtMs + APPEAL_MS
    : null;
