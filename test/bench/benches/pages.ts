import { startDemoProduct } from '../../../local/audit/demo-product';
import { openBrowser } from '../../../local/simulator/open-browser';
import type { Bench } from '../bench';
import { measureFirstScreen } from '../pages/first-screen';
import { measureSetData } from '../pages/set-data';

/** Enough for a week, a month's sum and several trips; the fewest days in which everybody of the demo has come and gone. */
const USUAL_DAYS = 12;
const FEWEST_DAYS = 6;

/** The pages in a browser, on the product with a small demo city. */
export const pages: Bench = {
  name: 'pages',
  purpose: 'home’s first screen on a slow phone, and setData of each page',
  run: async context => {
    context.say('building a small demo city');
    const product = await startDemoProduct(context.root, context.isQuick ? FEWEST_DAYS : USUAL_DAYS);
    const browser = await openBrowser();
    try {
      return [
        ...(await measureFirstScreen(context, browser, product.url)),
        ...(await measureSetData(context, browser, product.url)),
      ];
    } finally {
      await browser.close();
      await product.stop();
    }
  },
};
