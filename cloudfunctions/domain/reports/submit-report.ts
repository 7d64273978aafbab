import { Refusal } from '../../contract/errors';
import { type Platform, positionAt, sha256OfBytes, type Transaction, transactAfresh } from '../../platform';
import { beijingDay } from '../../platform/beijing-time';
import type { RequestKey } from '../answers';
import type { TakenPicture } from '../pictures';
import { earlierUntilMs } from '../riders';
import { askCheck } from './ask-check';
import { uploadPathOf } from './begin-upload';
import { findAlike, pictureUsed } from './find-alike';
import { type JudgedClaim, judgeClaim } from './judge-claim';
import { findRoom, type MonthRoom, takeRoom } from './month-room';
import { CHECK_AGAIN_MS, PRINT_KEPT_MS } from './rules';
import {
  type Claim,
  type Likeness,
  type Print,
  prints,
  type Report,
  reports,
  type Upload,
  uploads,
} from './store';
import { type ReportView, viewOf } from './view';

export interface Submission {
  uid: string;
  uploadId: string;
  fileId: string;
  claim: Claim;
  /** What is larger is not read to its end. */
  largestBytes: number;
  /** What becomes of an upload; handed in, because only one function carries the codecs. */
  takePicture(bytes: Uint8Array): TakenPicture;
}

/** The own trip's as well, so that a report and what it paid are found by one name. */
export const reportIdOf = (uid: string, { key }: RequestKey): string =>
  `own:self-report:${uid}:${key.slice(key.lastIndexOf(':') + 1)}`;

const gone = (): Refusal =>
  new Refusal('PICTURE_REFUSED', { field: 'picture', reason: '图片上传已过期，请重新选择图片' });

async function uploadOf(platform: Platform, { uid, uploadId, fileId }: Submission): Promise<Upload> {
  const upload = await platform.database.get(uploads, uploadId);
  // Somebody else's upload looks like none; a file elsewhere is none of ours.
  if (upload?.uid !== uid || !fileId.endsWith(`/${uploadPathOf(uploadId)}`)) throw gone();
  return upload;
}

async function bytesOf(platform: Platform, { fileId, largestBytes }: Submission): Promise<Uint8Array> {
  const bytes = await platform.files.read(fileId, largestBytes);
  if (!bytes) throw gone();
  return bytes;
}

interface Draft {
  report: Report;
  print: Print;
  upload: Upload;
  fileId: string;
}

function newReport(
  platform: Platform,
  { uid }: Submission,
  judged: JudgedClaim,
  { id, hash, pictureId, alike }: { id: string; hash: string; pictureId: string; alike: Likeness[] },
): Report {
  const madeAtMs = platform.nowMs();
  return {
    _id: id,
    uid,
    requestHash: hash,
    position: positionAt(madeAtMs, platform.randomId()),
    month: beijingDay(judged.claim.fromMs).slice(0, 7),
    state: 'checking',
    queue: null,
    claim: judged.claim,
    distanceMetres: judged.distanceMetres,
    credits: judged.credits,
    madeAtMs,
    pictureId,
    pictureDueAtMs: null,
    check: { tries: 0, verdict: null },
    // Should the process die before it has asked, the job does.
    checkDueAtMs: madeAtMs + CHECK_AGAIN_MS,
    alike,
    decisions: [],
    decidedAtMs: null,
    refusal: null,
    appeal: null,
  };
}

async function draftOf(
  platform: Platform,
  submission: Submission,
  judged: JudgedClaim,
  { id, hash }: { id: string; hash: string },
): Promise<Draft> {
  const { uid, fileId } = submission;
  const upload = await uploadOf(platform, submission);
  const bytes = await bytesOf(platform, submission);
  const { jpeg, fingerprint }: TakenPicture = submission.takePicture(bytes);
  const alike = await findAlike(platform, fingerprint, { uid, reportId: id });
  const digest = sha256OfBytes(bytes);
  const printId = platform.keyedDigest('report-picture', digest);
  // The same place on every repeat, so that a request that died leaves one file at most, and that is written over.
  const path = `reports/${platform.keyedDigest('report-file', id)}.jpg`;
  const { id: pictureId } = await platform.files.putBytes(path, jpeg);
  const expiresAtMs = platform.nowMs() + PRINT_KEPT_MS;
  return {
    report: newReport(platform, submission, judged, { id, hash, pictureId, alike }),
    print: { _id: printId, uid, reportId: id, ...fingerprint, expiresAtMs },
    upload,
    fileId,
  };
}

/** Answers the report that was stored, which is an earlier one where the request came twice; null when there may be no room. */
async function store(
  transaction: Transaction,
  { report, print, upload, fileId }: Draft,
  room: MonthRoom,
): Promise<Report | null> {
  const before = await transaction.get(reports, report._id);
  if (before) return before;
  if (!(await takeRoom(transaction, room))) return null;
  const used = await transaction.get(prints, print._id);
  if (used) throw pictureUsed(used.uid === report.uid);
  await transaction.add(prints, print);
  await transaction.add(reports, report);
  await transaction.update(uploads, upload._id, { fileId, dueAtMs: report.madeAtMs });
  return report;
}

/** Each round too many is another report of the rider's month that was taken, so there are as many as may be declared. */
async function storeOnce(platform: Platform, draft: Draft, found: MonthRoom): Promise<Report> {
  for (let room = found; ; room = await findRoom(platform, room.uid, room.month)) {
    const stored = await transactAfresh(platform, transaction => store(transaction, draft, room));
    if (stored) return stored;
  }
}

/** What the phone sent still says where it was taken; should this fail, the job deletes it. */
async function forgetUpload(platform: Platform, fileId: string): Promise<void> {
  try {
    await platform.files.remove([fileId]);
  } catch (error) {
    platform.log('reports.upload-left', { problem: String(error) });
  }
}

/** What the same person's account of before was paid for is not known any more, so nothing of its time is taken. */
async function requireOfThisAccount(platform: Platform, { uid, claim }: Submission): Promise<void> {
  const untilMs = await earlierUntilMs(platform.database, uid);
  if (untilMs === null || claim.fromMs >= untilMs) return;
  const reason = '这次出行在您上一个账户注销之前，不能再申报；之后的出行可以申报';
  throw new Refusal('INVALID_INPUT', { field: 'fromMs', reason });
}

/**
 * A trip that a rider declares with a screenshot. Exactly once by the request's key. Its picture is drawn anew, compared
 * with all others, and looked at by WeChat before any person sees it. `INVALID_INPUT`, `REPORT_LIMIT`, `PICTURE_REFUSED`,
 * `PICTURE_USED`, `IDEMPOTENCY_CONFLICT`. 23 database calls with those of the check, two more a minute.
 */
export async function submitReport(
  platform: Platform,
  submission: Submission,
  request: RequestKey,
): Promise<ReportView> {
  const id = reportIdOf(submission.uid, request);
  const before = await platform.database.get(reports, id);
  if (before && before.requestHash !== request.hash) throw new Refusal('IDEMPOTENCY_CONFLICT');
  if (before) return viewOf(before);
  await requireOfThisAccount(platform, submission);
  const judged = await judgeClaim(platform, submission.claim);
  const room = await findRoom(platform, submission.uid, beijingDay(judged.claim.fromMs).slice(0, 7));
  const draft = await draftOf(platform, submission, judged, { id, hash: request.hash });
  const stored = await storeOnce(platform, draft, room);
  await forgetUpload(platform, submission.fileId);
  return viewOf(await askCheck(platform, stored, draft.print));
}
