import { setTimeout as sleep } from 'node:timers/promises';
import jpeg from 'jpeg-js';
import * as z from 'zod';
import { dayOf } from '../beijing-time';
import { Phone } from '../people/phone';
import { tripPage } from './drawn-page';

/** A trip that a demo person declares; it ended `endedMinutesAgo`. */
export interface Declaration {
  openid: string;
  from: string;
  to: string;
  minutes: number;
  endedMinutesAgo: number;
  note: string;
}

const begun = z.object({ uploadId: z.string(), cloudPath: z.string() });
const stored = z.object({ fileID: z.string() });
const shown = z.object({ report: z.object({ reportId: z.string(), state: z.string() }) });

const MINUTE_MS = 60_000;
const QUALITY = 80;
/** The played WeChat answers within a second; a busy machine takes longer. */
const LOOKS = 40;
const PAUSE_MS = 250;

const clock = (atMs: number): string => new Date(atMs + 8 * 60 * MINUTE_MS).toISOString().slice(11, 16);

function picture(fromMs: number): Buffer {
  const order = String(10_000_000 + (Math.floor(fromMs / MINUTE_MS) % 89_999_999));
  const { width, height, rgba } = tripPage({ time: clock(fromMs), day: dayOf(fromMs), order });
  return Buffer.from(jpeg.encode({ width, height, data: rgba }, QUALITY).data);
}

async function upload(url: string, openid: string, cloudPath: string, content: Buffer): Promise<string> {
  const response = await fetch(`${url}/storage/upload?cloudPath=${encodeURIComponent(cloudPath)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-wx-openid': openid },
    body: new Uint8Array(content),
  });
  return stored.parse(await response.json()).fileID;
}

/**
 * Declares a trip with a drawn screenshot, as the mini-program does, and waits for the check of the picture. The same
 * scene is the same request, so that one that was interrupted may be played again.
 */
export async function declareTrip(
  url: string,
  atMs: number,
  { openid, from, to, minutes, endedMinutesAgo, note }: Declaration,
  scene: string,
): Promise<string> {
  const phone = new Phone(url, openid);
  const toMs = atMs - endedMinutesAgo * MINUTE_MS;
  const fromMs = toMs - minutes * MINUTE_MS;
  const { uploadId, cloudPath } = await phone.call(begun, 'reports.beginUpload', {}, `${scene}-upload`);
  const fileId = await upload(url, openid, cloudPath, picture(fromMs));
  const said = { mode: 'metro', from, to, fromMs, toMs, statedMetres: null, note, agreed: true };
  const input = { uploadId, fileId, ...said };
  const { report } = await phone.call(shown, 'reports.submit', input, `${scene}-submit`);
  await untilChecked(phone, report.reportId);
  return report.reportId;
}

/** Without an answer the job asks again; the scene goes on. */
async function untilChecked(phone: Phone, reportId: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const { report } = await phone.call(shown, 'reports.get', { reportId });
    if (report.state !== 'checking') return;
    await sleep(PAUSE_MS);
  }
}
