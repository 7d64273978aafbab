import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';

/** A page of the app that does not answer in this time will not do so at all, on a busy machine either. */
const PATIENCE_MS = 20_000;

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

  static async open(context: BrowserContext, url: string, openid: string, route: string): Promise<Phone> {
    context.setDefaultTimeout(PATIENCE_MS);
    // The app would begin anew under the test's hands when somebody saves one of its files.
    await context.route('**/app/events', answer => answer.fulfill({ status: 204 }));
    const phone = new Phone(await context.newPage(), openid);
    await phone.page.goto(`${url}/?openid=${openid}${route === '' ? '' : `#${route}`}`);
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

  /** Waits until that page is on top. */
  async arrives(title: string): Promise<void> {
    await this.shell('navigation-title').filter({ hasText: title }).waitFor();
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.text(text).first().waitFor();
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
