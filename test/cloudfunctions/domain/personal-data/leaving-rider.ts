import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Job } from '../../../../cloudfunctions/domain/jobs';
import { closeDueAccounts, tendExports } from '../../../../cloudfunctions/domain/personal-data';
import { personalParts } from '../../../../cloudfunctions/functions/personal-parts';
import type { Platform } from '../../../../cloudfunctions/platform';
import { connectEndpoint } from '../../../../local/ledger/endpoint-source';
import { readLedger } from '../../../../local/ledger/read-ledger';
import { type LedgerReport, verifyLedger } from '../../../../local/ledger/verify-ledger';
import { wholeDatabase } from '../../../support/mortal-platform';
import { metroRide, type PartnerClient, shortRide } from '../../../support/partner';
import type { Product } from '../../../support/product';

export const DAY_MS = 86_400_000;

const closing: Job = closeDueAccounts(personalParts);
const tending: Job = tendExports(personalParts);
const step = { windowStartMs: 0, cursor: null, deadlineMs: Number.MAX_SAFE_INTEGER };
export const closeDue = (platform: Platform) => closing.step(platform, step);
export const tend = (platform: Platform) => tending.step(platform, step);

/** The same use cases at another time: only the endpoint's own clock stays where it is. */
export const later = (platform: Platform, byMs: number): Platform => ({
  ...platform,
  nowMs: () => platform.nowMs() + byMs,
});

/** Words by which a rider could be found: of each of them nothing may be left. */
export const tracesOf = (openid: string): string[] => [openid, `${openid}-ticket`];

/** Where rich riders have been. */
export const STATIONS = ['大剧院', '湖贝'];

/**
 * A rider with something of everything: consent, two cards of which one was bound anew, rides of which one was taken back and
 * one overlaps, notices, marks, codes, answers, an export.
 */
export async function richRider(product: Product, partner: PartnerClient, openid: string): Promise<string> {
  const uid = await partner.riderWithCard(openid, `${openid}-card-1111`);
  await partner.bindCard(openid, `${openid}-card-2222`);
  const nowMs = product.cloud.nowMs();
  const hoursAgo = (hours: number) => nowMs - hours * 3_600_000;
  const card = `${openid}-card-1111`;
  await partner.rides([
    shortRide(`${openid}-ticket-1`, card, hoursAgo(1)),
    shortRide(`${openid}-ticket-2`, card, hoursAgo(3)),
    metroRide({
      ticketId: `${openid}-ticket-3`,
      riderToken: card,
      fromMs: hoursAgo(5),
      minutes: 5,
      from: '大剧院',
      to: '湖贝',
    }),
  ]);
  await partner.post('reversals', { ticketId: `${openid}-ticket-2`, reason: `${openid} 退票` });
  await product.data(openid, 'riders.recordOnboarding', { step: 'bind', action: 'done' });
  await product.data(openid, 'inbox.markRead', { upToMs: nowMs });
  await product.data(openid, 'bindings.createCode', {});
  return uid;
}

/** Names of all collections that the product declares. */
export const declaredCollections = (): string[] => {
  const manifest = JSON.parse(readFileSync(path.resolve('dist/cloudfunctions/manifest.json'), 'utf8'));
  return (manifest.collections as { name: string }[]).map(({ name }) => name);
};

/** Documents that hold one of the words. */
export async function documentsWith(platform: Platform, words: readonly string[]): Promise<string[]> {
  const all = await wholeDatabase(platform, declaredCollections());
  return all.filter(text => words.some(word => text.includes(word)));
}

/** Collections in which the word stands, each once, in order. */
export async function collectionsWith(platform: Platform, word: string): Promise<string[]> {
  const found = await documentsWith(platform, [word]);
  return [...new Set(found.map(text => text.slice(0, text.indexOf(' '))))].sort();
}

/** The files in the endpoint's storage that hold one of the words. */
export const storedFilesWith = (product: Product, words: readonly string[]): string[] => {
  const folder = path.join(product.dataFolder, 'files');
  return readdirSync(folder).filter(name => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    return words.some(word => text.includes(word));
  });
};

/** The operator's own check of everything that the endpoint exports. */
export async function ledgerReport(product: Product): Promise<LedgerReport> {
  const lines: string[] = [];
  for await (const line of readLedger(connectEndpoint(product.cloud.url))) lines.push(JSON.stringify(line));
  return verifyLedger(lines);
}
