import type { ProcedureInput, ProcedureOutput } from '../../../../cloudfunctions/contract/procedures';
import { type Copy, keepCopy } from '../../../services/offline-copy';
import { call, callOnce } from '../../../services/rpc';
import { sendFile } from '../../../services/transport';

export type Terms = ProcedureOutput<'reports.terms'>;
export type ReportsPage = ProcedureOutput<'reports.list'>;
export type Report = ReportsPage['reports'][number];
export type Declaration = Omit<ProcedureInput<'reports.submit'>, 'uploadId' | 'fileId' | 'agreed'>;

/** A picture that has arrived in the cloud's storage. */
export type Sent = Pick<ProcedureInput<'reports.submit'>, 'uploadId' | 'fileId'>;

const PAGE_LIMIT = 20;

/** Throws `ServiceError`, as everything here does. */
export const readTerms = (): Promise<Terms> => call('reports.terms', {});

/** Only the first page has an offline copy. */
export const firstReports = (): Promise<Copy<ReportsPage>> =>
  keepCopy('reports', () => call('reports.list', { limit: PAGE_LIMIT }));

export const moreReports = (cursor: string): Promise<ReportsPage> =>
  call('reports.list', { cursor, limit: PAGE_LIMIT });

export const readReport = (reportId: string): Promise<ProcedureOutput<'reports.get'>> =>
  call('reports.get', { reportId });

export async function sendPicture(filePath: string): Promise<Sent> {
  const { uploadId, cloudPath } = await callOnce('reports.beginUpload', {});
  return { uploadId, fileId: await sendFile({ cloudPath, filePath }) };
}

/** The rider has ticked that this picture may be looked at. */
export const declare = async (declaration: Declaration, sent: Sent): Promise<Report> =>
  (await callOnce('reports.submit', { ...declaration, ...sent, agreed: true })).report;

export const appeal = async (reportId: string, words: string): Promise<Report> =>
  (await callOnce('reports.appeal', { reportId, words })).report;

export const withdraw = async (reportId: string): Promise<Report> =>
  (await callOnce('reports.withdraw', { reportId })).report;
