import path from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { buildCity } from '../../local/demo/city/build-city';
import { readMetroNetwork } from '../../local/demo/city/read-metro-network';
import { DemoFile } from '../../local/demo/folder/demo-file';
import { openBrowser } from '../../local/simulator/open-browser';
import { mountPages } from '../../local/simulator/start/mount-pages';
import { type Product, startProduct } from '../support/product';
import { type Look, Phone } from './phone';

/** Its month counts as complete, so that the operator may walk the clock; nobody in it has taken a ride. */
const START_DAY = '2026-10-10';

/** Room for the phone and the panel beside it. */
const DESK = { width: 1440, height: 900 };

/** What there is before the pages are served. */
export interface Before {
  /** Variables of the functions. */
  variables: Record<string, string>;
  happens(product: Product): Promise<void>;
}

/** The product with its pages on one port, as `npm start` serves them, and a Chromium to look at them. */
export class City {
  readonly #phones: Phone[] = [];

  private constructor(
    readonly product: Product,
    private readonly browser: Browser,
    private readonly closePages: () => void,
  ) {}

  /** @param environment variables for the browser */
  static async start(environment: Record<string, string> = {}, before: Before | null = null): Promise<City> {
    const product = await startProduct(before ? { environment: before.variables } : {});
    await before?.happens(product);
    const { cloud, dataFolder } = product;
    const root = path.resolve(__dirname, '../..');
    const network = readMetroNetwork(root);
    const city = buildCity({ network, startDay: START_DAY });
    const file = DemoFile.create(dataFolder, START_DAY);
    file.change({ finished: true });
    const closePages = mountPages({ root, dataFolder, cloud, city, network, file });
    return new City(product, await openBrowser(environment), closePages);
  }

  get browserVersion(): string {
    return this.browser.version();
  }

  /** Somebody's phone in a browser of its own, with the panel beside it unless the look says otherwise. */
  async open(openid: string, look: Look = {}, options: BrowserContextOptions = {}): Promise<Phone> {
    const context = await this.browser.newContext({ viewport: DESK, ...options });
    const phone = await Phone.open(context, this.product.cloud.url, openid, look);
    this.#phones.push(phone);
    return phone;
  }

  /** Puts every phone away and answers what went wrong on any of them. */
  async putAway(): Promise<string[]> {
    const troubles = this.#phones.flatMap(({ troubles }) => troubles);
    for (const phone of this.#phones.splice(0)) await phone.close();
    return troubles;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.closePages();
    await this.product.stop();
  }
}

export const startCity = City.start;
