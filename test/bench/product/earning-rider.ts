import { randomUUID } from 'node:crypto';
import type { CallAnswer } from '../../../cloudfunctions/contract/envelope';
import type {
  ProcedureInput,
  ProcedureName,
  ProcedureOutput,
} from '../../../cloudfunctions/contract/procedures';
import type { SentPoint } from '../../../cloudfunctions/contract/tracks';
import { bicycle, drawTrack, START_MS } from '../../support/drawn-track';
import { asJpeg, tripPage } from '../../support/screenshots';
import type { ProductEndpoint } from '../processes/product-endpoint';

const OPENID = 'o-bench';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Beijing is eight hours ahead and has no other offset. */
const BEIJING_MS = 8 * HOUR_MS;

/** One rider with a phone who earns in every way; each method is one call of the function `api` unless it says otherwise. */
export class EarningRider {
  constructor(readonly product: ProductEndpoint) {}

  /** @throws for a refusal */
  async call<Name extends ProcedureName>(
    procedure: Name,
    input: ProcedureInput<Name>,
  ): Promise<ProcedureOutput<Name>> {
    const event = { procedure, requestId: randomUUID(), input };
    const answer = await this.product.call<CallAnswer<ProcedureOutput<Name>>>('api', event);
    if (!answer.ok) throw new Error(`${procedure}: ${JSON.stringify(answer.error)}`);
    return answer.data;
  }

  /** Signs in and agrees to everything that the ways of earning ask for. Answers the uid. */
  async begin(): Promise<string> {
    const { uid, consent } = await this.call('riders.signIn', {});
    await this.call('riders.giveConsent', { policyVersion: consent.policyVersion });
    const { noticeVersion } = (await this.call('tracks.state', {})).consent;
    await this.call('tracks.consent', { noticeVersion });
    await this.call('stationTrips.agree', {});
    const { version } = (await this.call('steps.read', {})).consent;
    await this.call('steps.giveConsent', { version, isFourteen: true });
    return uid;
  }

  /** Ten minutes by bicycle that began then, a reading every three seconds. */
  readingsSince(beginMs: number): SentPoint[] {
    return drawTrack({ parts: bicycle }).map(point => [
      Math.round(point.latitude * 1e6),
      Math.round(point.longitude * 1e6),
      point.atMs - START_MS + beginMs,
      Math.round(point.accuracyMetres * 10),
      Math.round((point.speedMetresPerSecond ?? 0) * 100),
      0,
    ]);
  }

  /** No call of a function: WeChat on the phone tells its server of today's steps. */
  async tellSteps(step: number): Promise<string> {
    const nowMs = await this.product.nowMs();
    const todayMs = Math.floor((nowMs + BEIJING_MS) / DAY_MS) * DAY_MS - BEIJING_MS;
    const data = { stepInfoList: [{ timestamp: todayMs / 1_000, step }] };
    const headers = { 'x-wx-openid': OPENID };
    const { cloudID } = (await this.product.send('/open-data', JSON.stringify({ data }), headers)) as {
      cloudID: string;
    };
    return cloudID;
  }

  /** What is declared of a trip of two days ago, its picture uploaded: one call of a function. */
  async pictureSent(): Promise<ProcedureInput<'reports.submit'>> {
    const { uploadId, cloudPath } = await this.call('reports.beginUpload', {});
    const url = `${this.product.endpoint.url}/storage/upload?cloudPath=${encodeURIComponent(cloudPath)}`;
    const headers = { 'content-type': 'application/octet-stream', 'x-wx-openid': OPENID };
    const picture = asJpeg(tripPage({ time: '08:10', day: '2026-11-08', order: '12345678' }));
    const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(picture) });
    const { fileID } = (await response.json()) as { fileID: string };
    const toMs = (await this.product.nowMs()) - 2 * DAY_MS;
    const trip = {
      mode: 'metro',
      from: '车公庙',
      to: '布吉',
      fromMs: toMs - HOUR_MS,
      toMs,
      statedMetres: null,
    };
    return { ...trip, uploadId, fileId: fileID, agreed: true, note: '' };
  }
}
