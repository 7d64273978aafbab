import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { readTrips } from '../../demo/people/account';
import { Phone } from '../../demo/people/phone';
import { openBrowser } from '../open-browser';
import { LATEST_TRIP, type Picture, pictures } from './pictures';
import { takePicture } from './take-picture';

const LOOK_EVERY_MS = 1000;

/** Takes every picture of the demo that is served at `url`, once its month is complete. */
export async function takePictures(url: string, folder: string, say: (line: string) => void): Promise<void> {
  mkdirSync(folder, { recursive: true });
  while (await isFilling(url)) await sleep(LOOK_EVERY_MS);
  const browser = await openBrowser();
  try {
    for (const picture of pictures) {
      await takePicture(browser, url, await withTrip(url, picture), folder);
      say(picture.name);
    }
  } finally {
    await browser.close();
  }
}

async function isFilling(url: string): Promise<boolean> {
  const response = await fetch(`${url}/operator/state`);
  return ((await response.json()) as { filling: boolean }).filling;
}

async function withTrip(url: string, picture: Picture): Promise<Picture> {
  if (!picture.route.includes(LATEST_TRIP)) return picture;
  const [trip] = await readTrips(new Phone(url, picture.openid), 1);
  if (trip === undefined) throw new Error(`${picture.openid} has no trip`);
  return { ...picture, route: picture.route.replace(LATEST_TRIP, trip.tripId) };
}
