import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { overhang } from './overhang';

/** A page of the app that does not answer in this time will not do so at all, on a busy machine either. */
const PATIENCE_MS = 60_000;

/** How a phone is opened. */
export interface Look {
  /** The first page, unless it is the app's own. */
  route?: string;
  /** Without the panel, the window is the screen. */
  bare?: boolean;
  elder?: boolean;
  theme?: 'dark';
  /** Milliseconds since 1970 at which the phone's time stands still, whatever the endpoint's does. */
  stillAtMs?: number;
}

const keepElderMode = (openid: string): void =>
  localStorage.setItem(`simulator:storage:${openid}:elder-mode`, '{"type":"json","value":true}');

const keepTheme = (theme: string): void =>
  localStorage.setItem('simulator:device', JSON.stringify({ theme }));

async function stopTime(context: BrowserContext, nowMs: number): Promise<void> {
  await context.clock.setFixedTime(nowMs);
  await context.route('**/clock', answer => answer.fulfill({ json: { nowMs } }));
}

/** One person's phone in the simulator, and the panel beside it where the window has room for it. */
export class Phone {
  /** What the browser's console and scripts complained of. */
  readonly troubles: string[] = [];
  readonly app: FrameLocator;

  private constructor(
    readonly page: Page,
    readonly openid: string,
  ) {
    this.app = page.frameLocator('iframe[name="app"]');
    page.on('console', message => {
      if (message.type() === 'error') this.troubles.push(`${openid}: ${message.text()}`);
    });
    page.on('pageerror', error => this.troubles.push(`${openid}: ${error.message}`));
  }

  static async open(context: BrowserContext, url: string, openid: string, look: Look): Promise<Phone> {
    context.setDefaultTimeout(PATIENCE_MS);
    // The app would begin anew under the test's hands when somebody saves one of its files.
    await context.route('**/app/events', answer => answer.fulfill({ status: 204 }));
    const phone = new Phone(await context.newPage(), openid);
    if (look.elder) await context.addInitScript(keepElderMode, openid);
    if (look.stillAtMs !== undefined) await stopTime(context, look.stillAtMs);
    if (look.theme) await context.addInitScript(keepTheme, look.theme);
    await phone.page.goto(`${url}/?openid=${openid}${look.bare ? '&bare' : ''}#${look.route ?? ''}`);
    await phone.ready();
    return phone;
  }

  ready(): Promise<void> {
    return this.page.evaluate(() => window.simulator?.ready);
  }

  /** Something of the shell: panel, bars and dialogs. */
  shell(name: string): Locator {
    return this.page.locator(`[data-test="${name}"]`);
  }

  /** Something of the app that has a name for tests. */
  part(name: string): Locator {
    return this.app.locator(`[data-test="${name}"]:visible`);
  }

  /** Something of the app by what a screen reader says. */
  labelled(label: string | RegExp): Locator {
    return this.app.getByLabel(label, { exact: true }).locator('visible=true');
  }

  text(text: string | RegExp): Locator {
    return this.app.getByText(text).locator('visible=true');
  }

  async tap(label: string | RegExp): Promise<void> {
    await this.labelled(label).first().click();
  }

  /** Writes into the field that a screen reader calls so. */
  async fill(label: string, text: string): Promise<void> {
    await this.labelled(label).first().locator('input, textarea').fill(text);
  }

  /** Waits until that page is on top. */
  async arrives(title: string): Promise<void> {
    await this.shell('navigation-title').filter({ hasText: title }).waitFor();
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.text(text).first().waitFor();
  }

  /** Opens a page as a scanned code would and waits until it shows what it has. */
  async show(route: string): Promise<void> {
    await this.page.evaluate(path => window.simulator?.scan(path), route.slice(1));
    await this.page.waitForURL(address => decodeURIComponent(address.hash).includes(route));
    // The page before may still be there, hidden.
    await this.app.locator('.page:visible').first().waitFor();
    await this.app.locator('[class*="skeleton"]:visible').first().waitFor({ state: 'detached' });
  }

  /** How far the page reaches beyond the right edge of the screen, in CSS pixels; with what does. */
  overhang(): Promise<string[]> {
    return this.app.locator('body').evaluate(overhang);
  }

  /** What the simulator itself missed or saw break. */
  async problems(): Promise<string[]> {
    const problems = await this.page.evaluate(() => window.simulator?.problems() ?? []);
    return problems.map(({ name, message }) => `${name}: ${message}`);
  }

  /** Asks the operator of the panel for something and answers what it said. */
  async operator(action: 'ride' | 'bind'): Promise<string> {
    const answer = this.shell('operator-answer');
    await answer.evaluate(line => line.replaceChildren());
    await this.shell(`operator-${action}`).click();
    return answer.filter({ hasText: /./ }).innerText();
  }

  network(state: 'on' | 'off' | 'slow'): Promise<void> {
    return this.page.evaluate(value => window.simulator?.network.change(value), state);
  }

  /** What the app keeps of this person, as JSON. */
  stored(key: string): Promise<string> {
    const name = `simulator:storage:${this.openid}:${key}`;
    return this.page.evaluate(entry => localStorage.getItem(entry) ?? '', name);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
