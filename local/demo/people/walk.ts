import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { DAY_MS } from '../beijing-time';
import type { City } from '../city/city';
import { sendJson } from '../http/send-json';
import { Phone } from './phone';

/** People of three kinds; the first is the rider that people are told to try things with. */
const walkers: readonly { openid: string; usualSteps: number }[] = [
  { openid: 'demo-commuter-001', usualSteps: 7_400 },
  { openid: 'demo-family-012', usualSteps: 4_200 },
  { openid: 'demo-student-010', usualSteps: 12_600 },
];

const HISTORY_DAYS = 31;
const BEIJING_MS = 8 * 3_600_000;

const consent = z.object({ consent: z.object({ version: z.string(), given: z.boolean() }) });
const sealed = z.object({ cloudID: z.string() });

/** A plausible day: the weekday and the day of the month make it more or less than usual, the same on every machine. */
const stepsOn = (usualSteps: number, startMs: number): number => {
  const days = Math.floor((startMs + BEIJING_MS) / DAY_MS);
  return Math.round(usualSteps * (0.55 + ((days * 37) % 91) / 100));
};

/** What WeChat on the walker's phone tells its server: the counts of a month. */
async function tellWeChat(url: string, openid: string, usualSteps: number, nowMs: number): Promise<string> {
  const today = Math.floor((nowMs + BEIJING_MS) / DAY_MS) * DAY_MS - BEIJING_MS;
  const days = Array.from({ length: HISTORY_DAYS }, (_, ago) => today - ago * DAY_MS);
  const stepInfoList = days.map(startMs => ({
    timestamp: startMs / 1000,
    step: stepsOn(usualSteps, startMs),
  }));
  const { body } = await sendJson(`${url}/open-data`, {
    method: 'POST',
    headers: { 'x-wx-openid': openid },
    text: JSON.stringify({ data: { stepInfoList } }),
  });
  return sealed.parse(body).cloudID;
}

async function walk(url: string, { openid, usualSteps }: (typeof walkers)[number], nowMs: number) {
  const phone = new Phone(url, openid);
  const { version, given } = (await phone.call(consent, 'steps.read', {})).consent;
  if (!given) {
    const agreement = { version, isFourteen: true };
    await phone.call(z.unknown(), 'steps.giveConsent', agreement, `${openid}-steps-consent`);
  }
  const cloudId = await tellWeChat(url, openid, usualSteps, nowMs);
  await phone.call(z.unknown(), 'steps.sync', { cloudId }, randomUUID());
}

/** Some of those who live in the city open their page of steps. May be repeated: no step is paid twice. */
export async function walkAMonth(url: string, { joins }: Pick<City, 'joins'>, nowMs: number): Promise<void> {
  const here = new Set(joins.map(({ rider }) => rider.openid));
  for (const walker of walkers.filter(({ openid }) => here.has(openid))) await walk(url, walker, nowMs);
}
