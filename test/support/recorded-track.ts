import type { SentPoint } from '../../cloudfunctions/contract/tracks';
import { TRACK_NOTICE_VERSION } from '../../cloudfunctions/contract/tracks';
import { bicycle, type Drawing, drawTrack, START_MS } from './drawn-track';
import type { Product } from './product';

/** A drawn track as a phone sends it, beginning at that time. */
export const sentPoints = (drawing: Partial<Drawing>, beginMs: number): SentPoint[] =>
  drawTrack({ parts: bicycle, ...drawing }).map(point => [
    Math.round(point.latitude * 1e6),
    Math.round(point.longitude * 1e6),
    point.atMs - START_MS + beginMs,
    Math.round(point.accuracyMetres * 10),
    point.speedMetresPerSecond === null ? -1 : Math.round(point.speedMetresPerSecond * 100),
    point.isMock ? 1 : 0,
  ]);

/** A rider who has agreed to everything that recording asks for. */
export async function trackRider(product: Product, openid: string): Promise<string> {
  const uid = await product.signedInRider(openid, { consent: true });
  await product.data(openid, 'tracks.consent', { noticeVersion: TRACK_NOTICE_VERSION });
  return uid;
}

/** Puts the clock on, without the timers in between; none of them has to do with recording. */
export async function putClockOn(product: Product, byMs: number): Promise<void> {
  const nowMs = product.cloud.nowMs() + Math.max(0, byMs);
  const headers = { 'content-type': 'application/json' };
  await product.http('/clock', { method: 'POST', headers, body: JSON.stringify({ nowMs }) });
}

/** Begins a track and answers its readings, with the clock at their end. */
export async function record(product: Product, openid: string, drawing: Partial<Drawing> = {}) {
  const { open } = await product.data(openid, 'tracks.begin', {});
  const points = sentPoints(drawing, open.begunAtMs);
  const lastMs = Math.max(...points.map(([, , atMs]) => atMs));
  await putClockOn(product, lastMs - product.cloud.nowMs() + 1_000);
  return { trackId: open.trackId, points };
}

const SENT_AT_ONCE = 1_000;

/** Sends all readings and finishes. */
export async function sendAndFinish(
  product: Product,
  openid: string,
  { trackId, points }: { trackId: string; points: readonly SentPoint[] },
) {
  let segments = 0;
  for (; segments * SENT_AT_ONCE < points.length; segments += 1) {
    const part = points.slice(segments * SENT_AT_ONCE, (segments + 1) * SENT_AT_ONCE);
    await product.data(openid, 'tracks.append', { trackId, number: segments, points: part });
  }
  const { track } = await product.data(openid, 'tracks.finish', { trackId, segments });
  return track;
}
