import type * as z from 'zod';
import type { staffReportsProcedures } from '../../../contract/staff/reports';
import {
  type Decided,
  decideReportWithin,
  hindranceOf,
  kilometresAnHour,
  listQueue,
  openCase,
  type Report,
  type ReportCase,
  shownClaim,
} from '../../../domain/reports';
import { findRider } from '../../../domain/riders';
import { namesOf } from '../../../domain/staff';
import { announceVerdict, type Verdict } from '../../../domain/subscriptions';
import type { Transaction } from '../../../platform';
import { beijingDay } from '../../../platform/beijing-time';
import { type HandlersOf, inSteps, type MemberCall } from '../handler';
import { recordRequest } from './record-request';

type Output<Name extends keyof typeof staffReportsProcedures> = z.input<
  (typeof staffReportsProcedures)[Name]['output']
>;

const checkOf = ({ check }: Report): 'pass' | 'review' | null =>
  check.verdict === 'pass' || check.verdict === 'review' ? check.verdict : null;

const isBefore = ({ decisions }: Report, staffId: string): boolean =>
  decisions.some(({ by }) => by === staffId);

const waitingOf = (report: Report, staffId: string): Output<'reports.queue'>['reports'][number] => ({
  reportId: report._id,
  mode: report.claim.mode,
  day: beijingDay(report.claim.fromMs),
  madeAtMs: report.madeAtMs,
  check: checkOf(report) ?? 'review',
  alike: report.alike.length,
  isAppeal: report.queue === 'appeal',
  decidedBefore: isBefore(report, staffId),
});

/** As many as the audit log shows of a rider's number. */
const shownRider = (uid: string): string => uid.slice(0, 8);

function alikeOf({ report, alike, pictures }: ReportCase): Output<'reports.open'>['alike'] {
  return report.alike.map(({ isSameRider }, at) => {
    const other = alike[at] ?? null;
    return {
      isSameRider,
      madeAtMs: other?.madeAtMs ?? 0,
      claim: other && shownClaim(other),
      picture: other && (pictures.get(other._id) ?? null),
    };
  });
}

function detailOf(
  given: ReportCase,
  names: Readonly<Record<string, string>>,
  by: { by: string; ownUid: string | null },
): Output<'reports.open'> {
  const { report, networkMetres, month, pictures } = given;
  return {
    reportId: report._id,
    rider: shownRider(report.uid),
    state: report.state,
    claim: shownClaim(report),
    distanceMetres: report.distanceMetres,
    networkMetres,
    kilometresAnHour: kilometresAnHour(report.distanceMetres, report.claim),
    credits: report.credits,
    check: checkOf(report),
    picture: pictures.get(report._id) ?? null,
    madeAtMs: report.madeAtMs,
    month,
    alike: alikeOf(given),
    decisions: report.decisions.map(({ by: staffId, ...decision }) => ({
      ...decision,
      by: names[staffId] ?? '',
    })),
    appealWords: report.appeal?.words ?? null,
    hindrance: hindranceOf(report, by),
  };
}

type Deciding = (typeof staffReportsProcedures)['reports.decide'];

const verdictOf = ({ before, state, credits }: Decided, decidedAtMs: number): Verdict => ({
  uid: before.uid,
  reportId: before._id,
  from: before.claim.from,
  to: before.claim.to,
  credits: state === 'paid' ? credits : null,
  decidedAtMs,
  before: before.decisions.length,
});

async function decide(
  transaction: Transaction,
  call: MemberCall<Deciding>,
): Promise<Output<'reports.decide'> & { verdict?: Verdict }> {
  const { platform, actor, openid, input } = call;
  const decided = await decideReportWithin(transaction, platform, {
    reportId: input.reportId,
    by: actor.staffId,
    ownUid: await findRider(platform, openid),
    verdict: input.verdict,
    code: input.verdict === 'refuse' ? input.code : null,
    words: input.reason,
  });
  const { before, state, credits, words } = decided;
  await recordRequest(transaction, call, {
    action: 'reports.decide',
    target: `rider:${before.uid}`,
    after: {
      reportId: before._id,
      verdict: input.verdict,
      state,
      credits,
      wasAppeal: before.queue === 'appeal',
    },
    reason: input.reason,
  });
  return { state, credits, words, verdict: verdictOf(decided, platform.nowMs()) };
}

export const reportsHandlers: HandlersOf<typeof staffReportsProcedures> = {
  'reports.queue': {
    access: 'member',
    read: async ({ platform, actor, input }) => {
      const page = await listQueue(platform, input);
      return { ...page, reports: page.reports.map(report => waitingOf(report, actor.staffId)) };
    },
  },
  'reports.open': {
    access: 'member',
    read: async ({ platform, actor, openid, input: { reportId } }) => {
      const [given, ownUid] = await Promise.all([openCase(platform, reportId), findRider(platform, openid)]);
      const names = await namesOf(
        platform,
        given.report.decisions.map(({ by }) => by),
      );
      return detailOf(given, names, { by: actor.staffId, ownUid });
    },
  },
  'reports.decide': {
    access: 'member',
    // The rider hears of it once it is written. Answers that were kept before there were messages have no verdict.
    ...inSteps(decide, async ({ platform }, { verdict, ...decided }) => {
      if (verdict) await announceVerdict(platform, verdict);
      return decided;
    }),
  },
};
