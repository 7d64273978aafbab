import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../simulator/open-browser';
import type { Poster } from './poster';
import { postersPage } from './poster-page';

/** A4 at 96 dots an inch, which is what a millimetre of the style means. */
const SHEET = { width: 794, height: 1123 };
/** 192 dots an inch: enough for a picture on a screen or in a chat. */
const SHARPNESS = 2;

export interface Printed {
  /** All sheets. */
  pdf: string;
  /** One picture a station. */
  pictures: string[];
}

/** Writes `posters.pdf` with a sheet each, and with `pictures` a PNG each, named by station and edition. */
export async function printPosters(
  posters: readonly Poster[],
  folder: string,
  { pictures }: { pictures: boolean },
): Promise<Printed> {
  mkdirSync(folder, { recursive: true });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: SHEET, deviceScaleFactor: SHARPNESS });
    await page.setContent(postersPage(posters));
    const pdf = path.join(folder, 'posters.pdf');
    await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
    return { pdf, pictures: pictures ? await takePictures(page, posters, folder) : [] };
  } finally {
    await browser.close();
  }
}

async function takePictures(page: Page, posters: readonly Poster[], folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const [index, { station, edition }] of posters.entries()) {
    const file = path.join(folder, `${station}-${edition}.png`);
    await page.locator('.sheet').nth(index).screenshot({ path: file });
    files.push(file);
  }
  return files;
}
