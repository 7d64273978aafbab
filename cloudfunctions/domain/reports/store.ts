import type { RefusalCode } from '../../contract/reports';
import { collectionOf } from '../../platform';
import type { Fingerprint } from '../pictures';

/** What a rider says of a trip. */
export interface Claim {
  city: string;
  mode: string;
  /** A station's own name where the network is known, else in the rider's words. */
  from: string;
  to: string;
  fromMs: number;
  toMs: number;
  /** Null where the network knows the distance. */
  statedMetres: number | null;
  note: string;
}

/** `checking`: WeChat looks at the picture. `waiting`, `appealed`: a person has to. The others are ends. */
export type ReportState = 'checking' | 'waiting' | 'paid' | 'refused' | 'appealed' | 'withdrawn';

/** What WeChat says of a picture; `failed` says that nothing could be looked at. */
export type PictureVerdict = 'pass' | 'review' | 'risky' | 'failed';

export interface Decision {
  /** Staff id. */
  by: string;
  atMs: number;
  verdict: 'approve' | 'refuse';
  code: RefusalCode | null;
  words: string;
}

/** Another picture that looks like this one. */
export interface Likeness {
  reportId: string;
  isSameRider: boolean;
}

export interface Report {
  /** Of rider and request; the own trip and its entry have the same. */
  _id: string;
  uid: string;
  requestHash: string;
  /** `<madeAtMs, 15 digits>-<random>`: sorts like the time and is never equal. */
  position: string;
  /** Beijing month of the trip's beginning. */
  month: string;
  state: ReportState;
  /** In which list of the console it stands; null in none. */
  queue: 'first' | 'appeal' | null;
  claim: Claim;
  /** By which it is paid. */
  distanceMetres: number;
  /** Half of the grams, as estimated; what was paid once it is. */
  credits: number;
  madeAtMs: number;
  /** The cleaned picture; null once it is deleted. */
  pictureId: string | null;
  /** From when on a job deletes the picture; null while it is needed, and when it is gone. */
  pictureDueAtMs: number | null;
  check: { tries: number; verdict: PictureVerdict | null };
  /** From when on a job asks WeChat again; null when no answer is missing. */
  checkDueAtMs: number | null;
  alike: Likeness[];
  decisions: Decision[];
  decidedAtMs: number | null;
  refusal: { code: RefusalCode; words: string } | null;
  appeal: { atMs: number; words: string } | null;
}

/** A picture that is on its way; the job deletes whatever came, for it still holds where it was taken. */
export interface Upload {
  /** Random; also the file's name. */
  _id: string;
  uid: string;
  /** As uploaded; null before the report names it. */
  fileId: string | null;
  /** From when on it is deleted. */
  dueAtMs: number;
}

/** What a picture looked like, kept longer than the picture. */
export interface Print extends Fingerprint {
  /** Keyed digest of the bytes that were uploaded. */
  _id: string;
  uid: string;
  reportId: string;
  expiresAtMs: number;
}

/** How many reports of a month a rider has sent: written with each, so that two at once see each other. */
export interface ReportMonth {
  /** `<uid>:<month>` */
  _id: string;
  uid: string;
  month: string;
  taken: number;
}

/** A question to WeChat by its trace id, or an answer that came before the question was written down. */
export interface Check {
  _id: string;
  reportId: string | null;
  verdict: PictureVerdict | null;
  expiresAtMs: number;
}

export const reports = collectionOf<Report>('reports');
export const reportMonths = collectionOf<ReportMonth>('report_months');
export const reportMonthId = (uid: string, month: string): string => `${uid}:${month}`;
export const uploads = collectionOf<Upload>('report_uploads');
export const prints = collectionOf<Print>('report_prints');
export const checks = collectionOf<Check>('report_checks');
