import { shenzhenFactorSet } from '../../../../cloudfunctions/domain/factors/seed';
import {
  appealReport,
  decideReportWithin,
  type PictureVerdict,
  type ReportDecision,
  settlePictureCheck,
  submitReport,
} from '../../../../cloudfunctions/domain/reports';
import { type Report, reports, uploads } from '../../../../cloudfunctions/domain/reports/store';
import { transactAfresh } from '../../../../cloudfunctions/platform';
import type { Process } from '../expiry/die-anywhere';
import { TimeWorld } from '../expiry/time-world';

const HOUR_MS = 3_600_000;

/** Riders who declare trips with pictures, files, WeChat's checks, and a clock that can be set. */
export class ReportWorld extends TimeWorld {
  private files = new Map<string, string>();
  private asked = 0;
  /** What happens elsewhere while a picture is being put into the storage, once. */
  meanwhile: (() => Promise<unknown>) | null = null;

  constructor() {
    super();
    this.documents.of('factor_sets').set(shenzhenFactorSet._id, JSON.stringify(shenzhenFactorSet));
    for (const uid of ['ann', 'bob']) {
      const identity = { _id: `wx:o-${uid}`, uid, createdAtMs: 1, createdByRequestId: '' };
      this.documents.of('rider_identities').set(identity._id, JSON.stringify(identity));
    }
  }

  override copy(): ReportWorld {
    const copy = new ReportWorld();
    copy.nowMs = this.nowMs;
    copy.documents.restore(this.documents.snapshot());
    copy.files = new Map(this.files);
    copy.asked = this.asked;
    return copy;
  }

  override process(): Process {
    const process = super.process();
    const { database } = process;
    const files = {
      putBytes: async (path: string, bytes: Uint8Array) => {
        const work = this.meanwhile;
        this.meanwhile = null;
        await work?.();
        await database.call(() => this.files.set(path, Buffer.from(bytes).toString()));
        return { id: path, bytes: bytes.byteLength };
      },
      put: (path: string) => database.call(() => ({ id: path, bytes: 0 })),
      read: (id: string) => database.call(() => this.bytesOf(id)),
      addressesOf: (ids: readonly string[]) => database.call(() => ids.map(id => `https://files/${id}`)),
      remove: (ids: readonly string[]) => database.call(() => ids.forEach(id => void this.files.delete(id))),
    };
    const ask = () =>
      database.call(() => {
        this.asked += 1;
        return { traceId: `trace-${this.asked}` };
      });
    return Object.assign(process, { files, pictureChecks: { ask } }) as unknown as Process;
  }

  private bytesOf(id: string): Uint8Array | null {
    const text = this.files.get(id);
    return text === undefined ? null : Buffer.from(text);
  }

  /** Names of all files that are there. */
  kept(): string[] {
    return [...this.files.keys()].sort();
  }

  /** A picture that a rider has uploaded; two of one brightness look the same, whatever their bytes. */
  upload(uid: string, name: string, brightness: number): void {
    const upload = { _id: name, uid, fileId: null, dueAtMs: this.nowMs + HOUR_MS };
    this.documents.of(uploads.name).set(name, JSON.stringify(upload));
    this.files.set(`cloud/report-uploads/${name}.jpg`, `${brightness} ${name}`);
  }

  /** Declares an hour's ride that ended so many hours ago. */
  submit(uid: string, name: string, hoursAgo: number, process: Process = this.process()) {
    const toMs = this.nowMs - hoursAgo * HOUR_MS;
    const claim = { city: 'shenzhen', mode: 'metro', from: '车公庙', to: '布吉' };
    return submitReport(
      process,
      {
        uid,
        uploadId: name,
        fileId: `cloud/report-uploads/${name}.jpg`,
        claim: { ...claim, fromMs: toMs - HOUR_MS, toMs, statedMetres: null, note: '' },
        largestBytes: 1_000,
        takePicture: bytes => {
          const brightness = Number(Buffer.from(bytes).toString().split(' ')[0]);
          const cells = Buffer.from([brightness]).toString('base64');
          return { jpeg: bytes, fingerprint: { hash: '0'.repeat(64), bands: ['1:00ff'], cells } };
        },
      },
      { key: `reports.submit:${uid}:${name}`, hash: `hash ${uid} ${name}` },
    );
  }

  report(uid: string, name: string): Report {
    return this.documents.all(reports).find(({ _id }) => _id === `own:self-report:${uid}:${name}`)!;
  }

  states(): string[] {
    return this.documents.all(reports).map(({ state, refusal }) => refusal?.code ?? state);
  }

  /** WeChat's word on every picture that it was asked about. */
  async check(verdict: PictureVerdict = 'pass', process: Process = this.process()): Promise<void> {
    for (let trace = 1; trace <= this.asked; trace += 1) {
      await settlePictureCheck(process, { traceId: `trace-${trace}`, verdict });
    }
  }

  decide(reportId: string, change: Partial<ReportDecision> = {}, process: Process = this.process()) {
    const decision = { verdict: 'approve' as const, code: null, words: '一致', by: 'first', ownUid: null };
    return transactAfresh(process, transaction =>
      decideReportWithin(transaction, process, { reportId, ...decision, ...change }),
    );
  }

  appeal(uid: string, reportId: string, process: Process = this.process()) {
    const request = { key: `reports.appeal:${uid}:${reportId}`, hash: 'appeal' };
    return appealReport(process, { uid, reportId, words: '请再看' }, request);
  }
}
