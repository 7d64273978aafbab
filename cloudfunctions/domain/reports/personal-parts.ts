import type { Platform } from '../../platform';
import { type PersonalPart, removeAll } from '../personal-parts';
import { uploadPathOf } from './begin-upload';
import { listReports } from './read-reports';
import { prints, reportMonths, reports, uploads } from './store';

const REPORTS_A_PAGE = 200;
const FILES_AT_ONCE = 50;

/** The files first: once the documents are gone nothing leads to them. False when time was up. */
async function removeFiles(platform: Platform, uid: string, deadlineMs: number): Promise<boolean> {
  let after = '';
  while (platform.nowMs() < deadlineMs) {
    const found = await platform.database.find(reports, {
      where: { uid, position: { above: after } },
      orderBy: [['position', 'asc']],
      fields: ['position', 'pictureId'],
      limit: FILES_AT_ONCE,
    });
    await platform.files.remove(found.flatMap(({ pictureId }) => pictureId ?? []));
    if (found.length < FILES_AT_ONCE) return true;
    after = found.at(-1)!.position;
  }
  return false;
}

/** Uploads of the last hour. */
async function removeUploads(platform: Platform, uid: string, deadlineMs: number): Promise<boolean> {
  const found = await platform.database.find(uploads, { where: { uid }, limit: FILES_AT_ONCE });
  for (const { _id } of found) {
    const { id } = await platform.files.put(uploadPathOf(_id), '');
    await platform.files.remove([id]);
  }
  return removeAll(platform, uploads, { uid }, deadlineMs);
}

const declared: PersonalPart = {
  kind: 'reports',
  // What WeChat was asked goes by itself within two days and names no rider.
  collections: ['reports', 'report_months', 'report_uploads', 'report_prints', 'report_checks'],
  count: (platform, uid) => platform.database.count(reports, { uid }),
  async page(platform, uid, cursor) {
    const page = await listReports(platform, { uid, cursor, limit: REPORTS_A_PAGE });
    return { rows: page.reports, nextCursor: page.nextCursor };
  },
  async forget(platform, uid, deadlineMs) {
    if (!(await removeFiles(platform, uid, deadlineMs))) return false;
    if (!(await removeUploads(platform, uid, deadlineMs))) return false;
    const gone = await Promise.all([
      removeAll(platform, prints, { uid }, deadlineMs),
      removeAll(platform, reports, { uid }, deadlineMs),
      removeAll(platform, reportMonths, { _id: { from: `${uid}:`, below: `${uid};` } }, deadlineMs),
    ]);
    return gone.every(Boolean);
  },
};

export const personalParts: readonly PersonalPart[] = [declared];
