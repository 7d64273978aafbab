/**
 * `npm run audit`: opens every page of the product on a small demo in Chromium and measures what the official audit
 * measures. Progress goes to stderr, the report to stdout. Ends with 1 when the goals are missed.
 */
import type { Browser } from 'playwright-core';
import { openBrowser } from '../simulator/open-browser';
import { startDemoProduct } from './demo-product';
import { measurePage } from './measure-page';
import { measureSteadily } from './measure-steadily';
import type { Measurement } from './measurement';
import { coldStartText, type Measured, reportText } from './report';
import { meetsGoals } from './score';
import { planVisits, type Visit } from './visits';

const say = (text: string): void => void process.stderr.write(`[audit] ${text}\n`);

async function audit(root: string, browser: Browser): Promise<boolean> {
  say('building a small demo city');
  const product = await startDemoProduct(root);
  try {
    const look = looker(browser, product.url);
    const visits = await planVisits(root, product.url);
    const [home] = visits;
    if (home === undefined) throw new Error('The mini-program has no page.');
    say('first visit of all, while the functions start');
    const cold = await look(home);
    const measured = await measureAll(visits, look);
    process.stdout.write(`${reportText(measured)}\n${coldStartText(cold)}\n`);
    return meetsGoals(measured.map(({ score }) => score));
  } finally {
    await product.stop();
  }
}

type Look = (visit: Visit) => Promise<Measurement>;

/** A newcomer is one only once, so each look is by another one. */
function looker(browser: Browser, url: string): Look {
  let looks = 0;
  return visit => {
    looks += 1;
    const openid = visit.isFirstEver ? `${visit.openid}-${looks}` : visit.openid;
    return measurePage(browser, url, { ...visit, openid });
  };
}

async function measureAll(visits: Visit[], look: Look): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const [at, visit] of visits.entries()) {
    const found = await measureSteadily(() => look(visit));
    measured.push(found);
    const { score, findings } = found.score;
    const broken = findings.map(({ rule }) => `, not ${rule}`).join('');
    say(`${at + 1}/${visits.length} ${visit.page} (${visit.person}) ${score}${broken}`);
  }
  return measured;
}

async function main(): Promise<number> {
  const browser = await openBrowser();
  try {
    return (await audit(process.cwd(), browser)) ? 0 : 1;
  } finally {
    await browser.close();
  }
}

main().then(
  code => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
