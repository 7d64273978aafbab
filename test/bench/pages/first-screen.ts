import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startSimulator } from '../../../local/simulator/server/start-simulator';
import type { BenchContext, Measurement } from '../bench';
import { eachRound, interleave } from '../measuring/interleave';
import { summaryOf } from '../measuring/median';
import { SlowPhone } from './slow-phone';

const PLAN = { rounds: 7, warmUps: 1 };
const COMMUTER = 'demo-commuter-001';

/** A mini-program of one page with one word: what the simulator itself takes, as the base library does on a phone. */
function writeEmptyApp(folder: string): string {
  const files = {
    'app.json': '{ "pages": ["pages/a/a"] }',
    'pages/a/a.wxml': '<view id="word">词</view>',
    'pages/a/a.js': 'Page({});',
  };
  mkdirSync(path.join(folder, 'empty/pages/a'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, 'empty', name), text);
  return path.join(folder, 'empty');
}

interface Addresses {
  home: string;
  empty: string;
}

async function measure(
  context: BenchContext,
  browser: Browser,
  { home, empty }: Addresses,
): Promise<Measurement[]> {
  const balance = '[data-test="balance"]';
  const riders = await SlowPhone.open(browser, balance);
  const anybodys = await SlowPhone.open(browser, '#word');
  // The phone has been here before, and so have the functions.
  await riders.firstScreenMs(home);
  const rounds = await interleave(context, PLAN, {
    home: () => riders.firstScreenMs(home),
    empty: () => anybodys.firstScreenMs(empty),
    newPhone: async () => {
      const phone = await SlowPhone.open(browser, balance);
      return phone.firstScreenMs(home).finally(() => phone.close());
    },
  });
  const goal = { atMost: 1000 };
  const ratio = summaryOf(eachRound(rounds, round => round.home / round.empty));
  return [
    { name: 'pages/first-screen/home', unit: 'ms', goal, ...summaryOf(rounds.home) },
    { name: 'pages/first-screen/home-on-a-new-phone', unit: 'ms', goal, ...summaryOf(rounds.newPhone) },
    { name: 'pages/first-screen/empty-page', unit: 'ms', ...summaryOf(rounds.empty) },
    { name: 'pages/first-screen/home-over-empty-page', unit: 'ratio', ...ratio },
  ];
}

/** From opening the app to one's balance on the screen, on a processor four times slower, beside a page without anything. */
export async function measureFirstScreen(
  context: BenchContext,
  browser: Browser,
  productUrl: string,
): Promise<Measurement[]> {
  const simulator = await startSimulator({ appFolder: writeEmptyApp(context.folder), port: 0 });
  const home = `${productUrl}/app/?openid=${COMMUTER}#/pages/home/home`;
  try {
    return await measure(context, browser, { home, empty: `${simulator.url}/app/` });
  } finally {
    await simulator.stop();
  }
}
