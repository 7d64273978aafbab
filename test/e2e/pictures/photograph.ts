import type { Page } from 'playwright-core';
import type { City } from '../city';
import type { Phone } from '../phone';
import { fixedTrack } from './fixed-track';
import { PICTURE_AT_MS } from './seed-people';
import { looks, type PictureLook } from './visits';

/** Answers that the server would draw anew for each picture, or after which the next one would differ. */
const fixedAnswers: Readonly<Record<string, object>> = {
  'bindings.createCode': { code: 'K7WM42XP', expiresAtMs: PICTURE_AT_MS + 512_000 },
  'inbox.markRead': {},
  'tracks.result': { track: fixedTrack },
};

/** A phone whose screen is the window, on which time stands still and nothing moves. */
export async function openStill(
  city: City,
  openid: string,
  elder: boolean,
  answers: Readonly<Record<string, object>> = {},
): Promise<Phone> {
  const phone = await city.open(
    openid,
    { bare: true, elder, stillAtMs: PICTURE_AT_MS },
    { viewport: looks.light.screen, reducedMotion: 'reduce', timezoneId: 'Asia/Shanghai', locale: 'zh-CN' },
  );
  await phone.page.route('**/call/api', route => {
    const { procedure } = route.request().postDataJSON() as { procedure: string };
    const data = answers[procedure] ?? fixedAnswers[procedure];
    return data ? route.fulfill({ json: { result: { ok: true, data } } }) : route.fallback();
  });
  return phone;
}

/** The page on top as a PNG, all of it however far it would have to be scrolled. */
export async function photograph(phone: Phone, { theme, screen }: PictureLook): Promise<Buffer> {
  await phone.page.evaluate(name => window.simulator?.device.change({ theme: name }), theme);
  await phone.page.setViewportSize(screen);
  await fixDigests(phone);
  await hasSettled(phone.page);
  // In a higher window the phone has larger bars, so that it can take more than one step.
  let { height } = screen;
  for (let hidden = await hiddenHeight(phone); hidden > 0; hidden = await hiddenHeight(phone)) {
    height += hidden;
    await phone.page.setViewportSize({ ...screen, height });
    await hasSettled(phone.page);
  }
  return phone.page.screenshot({ animations: 'disabled', caret: 'hide' });
}

/** Hashes contain drawn ids, so that they are never the same twice; a rider's number is the beginning of one. */
async function fixDigests(phone: Phone): Promise<void> {
  const number = phone.part('rider-number');
  for (const one of await number.all()) await one.evaluate(text => text.replaceChildren('k7wm42xp'));
  const digest = phone.app.getByText(/^[0-9a-f]{4}…[0-9a-f]{4}$/);
  for (const one of await digest.all()) await one.evaluate(text => text.replaceChildren('0a1b…2c3d'));
}

/** What lies below the edge of the screen, in CSS pixels. */
function hiddenHeight(phone: Phone): Promise<number> {
  const top = phone.app.locator('wx-page:not([hidden])');
  return top.evaluate(page => page.scrollHeight - page.clientHeight);
}

/** Fonts are there, images are drawn and the last change is on the screen. */
async function hasSettled(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(async () => {
      await document.fonts.ready;
      await Promise.all([...document.images].map(image => image.decode().catch(() => undefined)));
      await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
  }
}
