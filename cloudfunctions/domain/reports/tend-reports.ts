import type { Platform } from '../../platform';
import type { Job } from '../jobs';
import { applyVerdict } from './apply-verdict';
import { askCheck } from './ask-check';
import { uploadPathOf } from './begin-upload';
import { MOST_CHECKS } from './rules';
import { prints, type Report, reports, type Upload, uploads } from './store';

/** As many files as one call removes. */
const FILES_A_STEP = 50;
const CHECKS_A_STEP = 10;

async function removeUploads(platform: Platform): Promise<number> {
  const found = await platform.database.find(uploads, {
    where: { dueAtMs: { upTo: platform.nowMs() } },
    orderBy: [['dueAtMs', 'asc']],
    limit: FILES_A_STEP,
  });
  const fileIds = found.flatMap(({ fileId }) => fileId ?? []);
  await platform.files.remove(fileIds);
  await removeStrays(platform, found);
  if (found.length > 0) {
    await platform.database.removeWhere(uploads, { _id: { oneOf: found.map(({ _id }) => _id) } });
  }
  return found.length;
}

/** What was uploaded and never named has no id yet: writing over it tells the id, by which it goes. */
async function removeStrays(platform: Platform, found: readonly Upload[]): Promise<void> {
  for (const { _id, fileId } of found) {
    if (fileId !== null) continue;
    const { id } = await platform.files.put(uploadPathOf(_id), '');
    await platform.files.remove([id]);
  }
}

/** A withdrawn or never checked report's picture may be used again; a refused one's and a paid one's may not. */
const mayBeUsedAgain = ({ state, refusal }: Report): boolean =>
  state === 'withdrawn' || refusal?.code === 'picture-unchecked';

async function removePictures(platform: Platform): Promise<number> {
  const found = await platform.database.find(reports, {
    where: { pictureDueAtMs: { above: 0, upTo: platform.nowMs() } },
    orderBy: [['pictureDueAtMs', 'asc']],
    limit: FILES_A_STEP,
  });
  await platform.files.remove(found.flatMap(({ pictureId }) => pictureId ?? []));
  for (const report of found) {
    await platform.database.updateWhere(
      reports,
      { _id: report._id, pictureDueAtMs: report.pictureDueAtMs },
      { pictureId: null, pictureDueAtMs: null },
    );
    if (mayBeUsedAgain(report)) {
      await platform.database.removeWhere(prints, { uid: report.uid, reportId: report._id });
    }
  }
  return found.length;
}

async function askAgain(platform: Platform, report: Report): Promise<void> {
  if (report.check.tries < MOST_CHECKS) {
    await askCheck(platform, report, null);
    return;
  }
  await platform.database.transact(async transaction => {
    const now = await transaction.get(reports, report._id);
    if (now) await applyVerdict(transaction, platform, now, 'failed');
  });
}

async function askMissing(platform: Platform): Promise<number> {
  const found = await platform.database.find(reports, {
    where: { checkDueAtMs: { above: 0, upTo: platform.nowMs() } },
    orderBy: [['checkDueAtMs', 'asc']],
    limit: CHECKS_A_STEP,
  });
  for (const report of found) await askAgain(platform, report);
  return found.length;
}

/** The cursor names what comes next; each step does a part of one. */
const works: readonly (readonly [
  name: string,
  most: number,
  work: (platform: Platform) => Promise<number>,
])[] = [
  ['uploads', FILES_A_STEP, removeUploads],
  ['pictures', FILES_A_STEP, removePictures],
  ['checks', CHECKS_A_STEP, askMissing],
];

/** Deletes pictures whose time is over, and asks WeChat again about those that it has not answered. */
export const tendReports: Job = {
  name: 'tend-reports',
  everyMs: 5 * 60_000,
  async step(platform, { cursor }) {
    const at = Math.max(
      0,
      works.findIndex(([name]) => name === cursor),
    );
    const [name, most, work] = works[at]!;
    const done = await work(platform);
    // What WeChat does not take now stays due: one round a run.
    if (done === most && name !== 'checks') return { cursor: name };
    return { cursor: works[at + 1]?.[0] ?? null };
  },
};
