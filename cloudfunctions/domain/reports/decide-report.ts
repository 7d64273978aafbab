import { Refusal } from '../../contract/errors';
import type { RefusalCode, ReviewerReason } from '../../contract/reports';
import type { Platform, Transaction } from '../../platform';
import { addNotice } from '../inbox';
import { type JudgedOwnTrip, type OwnTripPaying, openOwnTrips, payOwnTripWithin } from '../own-trips';
import { KEPT_MS } from './rules';
import { type Decision, type Report, reports } from './store';

export interface ReportDecision {
  reportId: string;
  /** Staff id. */
  by: string;
  /** The rider that the reviewer is himself, if he is one. */
  ownUid: string | null;
  verdict: 'approve' | 'refuse';
  code: ReviewerReason | null;
  words: string;
}

export interface Decided {
  before: Report;
  state: 'paid' | 'refused';
  credits: number;
  /** Why it was not paid, for people; null when it was. */
  words: string | null;
}

/** What hinders somebody from deciding a report; null when nothing does. */
export function hindranceOf(
  report: Report,
  { by, ownUid }: { by: string; ownUid: string | null },
): 'own' | 'decided-before' | 'closed' | null {
  if (report.queue === null) return 'closed';
  if (report.uid === ownUid) return 'own';
  return report.decisions.some(decision => decision.by === by) ? 'decided-before' : null;
}

function requireFree(report: Report, decision: ReportDecision): void {
  const hindrance = hindranceOf(report, decision);
  if (hindrance === 'closed') throw new Refusal('ALREADY_DECIDED', { reason: '这份申报已经有结果了' });
  if (hindrance === 'own') throw new Refusal('OWN_REQUEST', { reason: '不能审核自己的申报，请转给同事' });
  if (hindrance === 'decided-before') {
    throw new Refusal('OWN_REQUEST', { reason: '你审核过这份申报，申诉要由另一位同事复核' });
  }
}

const refusalWords: Readonly<Record<ReviewerReason, string>> = {
  unreadable: '截图看不清，请用原图重新申报',
  'no-trip': '截图里没有这次出行，请截取行程详情页',
  'facts-differ': '截图和填写的内容不一致，请核对后重新申报',
  'not-own': '截图不是本人的行程，只能申报自己的出行',
  'counted-already': '这次出行已经入账，同一次出行只计一次',
  other: '没有通过审核',
};

const judgedOf = ({ claim, distanceMetres }: Report): JudgedOwnTrip => ({
  source: 'self-report',
  city: claim.city,
  mode: claim.mode,
  fromMs: claim.fromMs,
  toMs: claim.toMs,
  distanceMetres,
  evidence: { from: claim.from, to: claim.to },
});

interface Outcome {
  state: 'paid' | 'refused';
  credits: number;
  refusal: { code: RefusalCode; words: string } | null;
}

async function outcomeOf(
  transaction: Transaction,
  paying: OwnTripPaying,
  report: Report,
  { verdict, code, words }: ReportDecision,
): Promise<Outcome> {
  if (verdict === 'refuse') {
    const reason = code ?? 'other';
    const said = reason === 'other' ? words : `${refusalWords[reason]}。审核说明：${words}`;
    return { state: 'refused', credits: report.credits, refusal: { code: reason, words: said } };
  }
  const { _id: id, uid, requestHash } = report;
  const trip = await payOwnTripWithin(transaction, paying, {
    id,
    uid,
    requestHash,
    judged: judgedOf(report),
    toldAtMs: report.madeAtMs,
  });
  if (trip.state === 'paid') return { state: 'paid', credits: trip.bonus, refusal: null };
  const said = trip.reasons.map(({ text }) => text).join('；');
  return { state: 'refused', credits: report.credits, refusal: { code: 'own-trip', words: said } };
}

async function tell(
  transaction: Transaction,
  platform: Platform,
  { uid, _id: reportId }: Report,
  { state, credits, refusal }: Outcome,
): Promise<void> {
  await addNotice(
    transaction,
    platform,
    state === 'paid'
      ? { uid, template: 'report-paid', parameters: { reportId, credits } }
      : { uid, template: 'report-refused', parameters: { reportId, words: refusal?.words ?? '' } },
  );
}

/**
 * A reviewer's word on a report, in the transaction that pays: the trip's own judgement may still refuse it. `NOT_FOUND`,
 * `ALREADY_DECIDED`, `OWN_REQUEST`. Three database calls, ten more for a payment. Parameters and factors are read outside.
 */
export async function decideReportWithin(
  transaction: Transaction,
  platform: Platform,
  decision: ReportDecision,
): Promise<Decided> {
  const report = await transaction.get(reports, decision.reportId);
  if (!report) throw new Refusal('NOT_FOUND', { field: 'reportId' });
  requireFree(report, decision);
  const nowMs = platform.nowMs();
  const paying = await openOwnTrips(platform, report.claim.city);
  const outcome = await outcomeOf(transaction, paying, report, decision);
  const { by, verdict, words } = decision;
  const made: Decision = { by, atMs: nowMs, verdict, code: outcome.refusal?.code ?? null, words };
  await transaction.update(reports, report._id, {
    state: outcome.state,
    queue: null,
    credits: outcome.credits,
    refusal: outcome.refusal,
    decisions: [...report.decisions, made],
    decidedAtMs: nowMs,
    pictureDueAtMs: nowMs + KEPT_MS,
  });
  await tell(transaction, platform, report, outcome);
  return {
    before: report,
    state: outcome.state,
    credits: outcome.state === 'paid' ? outcome.credits : 0,
    words: outcome.refusal?.words ?? null,
  };
}
