/**
 * `npm run audit`: opens every page of the product on a small demo in Chromium and measures what the official audit
 * measures. Ends with 1 when the goals are missed.
 */
import type { Browser } from 'playwright-core';
import { startDemoProduct } from './demo-product';
import { measurePage } from './measure-page';
import { openBrowser } from './open-browser';
import { reportText } from './report';
import { meetsGoals, scorePage } from './score';
import { planVisits } from './visits';

async function audit(root: string, browser: Browser): Promise<boolean> {
  const product = await startDemoProduct(root);
  try {
    const measured = [];
    for (const visit of await planVisits(root, product.url)) {
      const measurement = await measurePage(browser, product.url, visit);
      measured.push({ measurement, score: scorePage(measurement) });
    }
    process.stdout.write(`${reportText(measured)}\n`);
    return meetsGoals(measured.map(({ score }) => score));
  } finally {
    await product.stop();
  }
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
