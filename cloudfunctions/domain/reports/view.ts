import type { ProcedureOutput } from '../../contract/procedures';
import { appealUntilMs } from './rules';
import type { Report } from './store';

/** What its rider sees of a report. */
export type ReportView = ProcedureOutput<'reports.submit'>['report'];

export const shownClaim = ({ claim }: Pick<Report, 'claim'>): ReportView['claim'] => {
  const { city: _, ...shown } = claim;
  return shown;
};

export const viewOf = (report: Report): ReportView => ({
  reportId: report._id,
  state: report.state,
  claim: shownClaim(report),
  distanceMetres: report.distanceMetres,
  credits: report.credits,
  madeAtMs: report.madeAtMs,
  decidedAtMs: report.decidedAtMs,
  refusal: report.refusal,
  appealUntilMs: appealUntilMs(report),
  appealWords: report.appeal?.words ?? null,
  pictureUntilMs: report.pictureId === null ? null : report.pictureDueAtMs,
});
