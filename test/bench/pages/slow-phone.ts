import type { Browser, BrowserContext } from 'playwright-core';

declare global {
  interface Window {
    /** When the awaited part stood on the screen, in milliseconds since the navigation. */
    shownAtMs?: number;
  }
}

/** What the browser's tools call a low-end mobile; an entry-level phone is about that much slower than this machine. */
const CPU_SLOW_DOWN = 4;
const LONGEST_WAIT_MS = 60_000;
const screen = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3 };

/** A phone that keeps what apps stored in it, with a slow processor. */
export class SlowPhone {
  private constructor(
    readonly context: BrowserContext,
    /** Selector of the part that is waited for. */
    readonly awaited: string,
  ) {}

  static async open(browser: Browser, awaited: string): Promise<SlowPhone> {
    const context = await browser.newContext(screen);
    await context.addInitScript(watchFor, awaited);
    // A frame that listens for changes would begin anew when somebody saves one of its files.
    await context.route('**/app/events', answer => answer.fulfill({ status: 204 }));
    return new SlowPhone(context, awaited);
  }

  /** Opens the app in a window of its own; milliseconds from the navigation until the awaited part is drawn. */
  async firstScreenMs(address: string): Promise<number> {
    const page = await this.context.newPage();
    const tools = await this.context.newCDPSession(page);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOW_DOWN });
    await page.goto(address, { waitUntil: 'commit' });
    const shown = await page.waitForFunction(() => window.shownAtMs, undefined, {
      ...{ timeout: LONGEST_WAIT_MS, polling: 100 },
    });
    const shownAtMs = (await shown.jsonValue()) ?? Number.NaN;
    await page.close();
    return shownAtMs;
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Runs in the page before everything else, as text: looks at each frame until the part is there and has been drawn. */
function watchFor(selector: string): void {
  const look = (): void => {
    const part = document.querySelector(selector);
    const isThere = part !== null && part.getClientRects().length > 0 && part.textContent?.trim() !== '';
    if (!isThere) requestAnimationFrame(look);
    else
      requestAnimationFrame(() => {
        window.shownAtMs = performance.now();
      });
  };
  requestAnimationFrame(look);
}
