import { Refusal } from '../../contract/errors';
import { latestPage, type PageAsked, type Platform } from '../../platform';
import { LOOK_SECONDS } from './rules';
import { type Report, reports } from './store';
import { type ReportView, viewOf } from './view';

export interface ReportsPage {
  reports: ReportView[];
  nextCursor: string | null;
}

/** A page of a rider's reports, latest first. One database call. */
export async function listReports(
  platform: Platform,
  { uid, ...page }: { uid: string } & PageAsked,
): Promise<ReportsPage> {
  const { shown, nextCursor } = await latestPage(platform.database, reports, { uid }, page);
  return { reports: shown.map(viewOf), nextCursor };
}

/** An address of a report's picture for one look; null when it is gone. */
export async function pictureAddress(platform: Platform, { pictureId }: Report): Promise<string | null> {
  if (pictureId === null) return null;
  return (await platform.files.addressesOf([pictureId], LOOK_SECONDS))[0] ?? null;
}

/** One of the rider's reports with his picture. `NOT_FOUND`. One database call. */
export async function readReport(
  platform: Platform,
  { uid, reportId }: { uid: string; reportId: string },
): Promise<{ report: ReportView; picture: string | null }> {
  const report = await platform.database.get(reports, reportId);
  if (report?.uid !== uid) throw new Refusal('NOT_FOUND', { field: 'reportId' });
  return { report: viewOf(report), picture: await pictureAddress(platform, report) };
}
