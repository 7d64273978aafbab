import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../../../../local/simulator/open-browser';
import { type RunningSimulator, startSimulator } from '../../../../local/simulator/server/start-simulator';

export interface RaisedEvent {
  type: string;
  detail: Record<string, unknown>;
  target: { id: string; dataset: Record<string, unknown> };
  currentTarget: { id: string; dataset: Record<string, unknown> };
  timeStamp: number;
  touches?: unknown[];
  changedTouches?: Record<string, number>[];
  mark?: Record<string, unknown>;
}

/** The mini-program next to this file, one page for each group of components, in a real browser. */
export class ComponentPages {
  private constructor(
    private readonly simulator: RunningSimulator,
    private readonly browser: Browser,
  ) {}

  static async start(): Promise<ComponentPages> {
    const appFolder = path.join(__dirname, 'app');
    const [simulator, browser] = await Promise.all([startSimulator({ appFolder, port: 0 }), openBrowser()]);
    return new ComponentPages(simulator, browser);
  }

  async open(name: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<ComponentPage> {
    const context = await this.browser.newContext({ viewport: { width: 375, height: 667 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const problems: string[] = [];
    page.on('pageerror', error => problems.push(String(error)));
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    await page.goto(`${this.simulator.url}/app/?openid=tester#/pages/${name}/${name}`);
    await page.locator('[data-test]').first().waitFor({ state: 'attached' });
    return new ComponentPage(context, page, problems);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.simulator.stop();
  }
}

export class ComponentPage {
  #forgotten = 0;

  constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    readonly problems: string[],
  ) {}

  at(name: string) {
    return this.page.locator(`[data-test="${name}"]`);
  }

  /** What was raised until now does not count any more. */
  async forget(): Promise<void> {
    this.#forgotten = 0;
    this.#forgotten = (await this.events()).length;
  }

  /** All events count again, those of the page's beginning too. */
  remember(): void {
    this.#forgotten = 0;
  }

  async events(type?: string): Promise<RaisedEvent[]> {
    const log = (await this.at('log').textContent()) ?? '[]';
    const events = (JSON.parse(log) as RaisedEvent[]).slice(this.#forgotten);
    return type === undefined ? events : events.filter(event => event.type === type);
  }

  /** Waits until an event of this type has come `count` times. @returns the details of all of them */
  async details(type: string, count = 1): Promise<Record<string, unknown>[]> {
    for (let round = 0; round < 1_000; round += 1) {
      const raised = await this.events(type);
      if (raised.length >= count) return raised.map(event => event.detail);
      await this.page.waitForTimeout(30);
    }
    throw new Error(
      `no ${count} × ${type}: ${await this.at('log').textContent()}\n${this.problems.join('\n')}`,
    );
  }

  /** A mouse drag that starts in the middle of an element. */
  async drag(name: string, dx: number, dy: number): Promise<void> {
    const box = await this.at(name).boundingBox();
    if (box === null) throw new Error(`${name} is not shown`);
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + dx / 2, y + dy / 2, { steps: 3 });
    await this.page.mouse.move(x + dx, y + dy, { steps: 3 });
    await this.page.mouse.up();
  }

  async style(name: string, property: string): Promise<string> {
    return this.at(name).evaluate(
      (element, key) => getComputedStyle(element).getPropertyValue(key),
      property,
    );
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
