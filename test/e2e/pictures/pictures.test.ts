import path from 'node:path';
import { START_TIMEOUT_MS } from '../../support/product';
import { type City, startCity } from '../city';
import type { Phone } from '../phone';
import { Comparer } from './comparer';
import { recorderAnswers } from './fixed-recorder';
import { openStill, photograph } from './photograph';
import { seedTraveller } from './seed-people';
import {
  checkPicture,
  removeStored,
  storeBrowser,
  storedNames,
  storePicture,
  toleranceOf,
} from './stored-pictures';
import { albums, LATEST_TRIP, looks, type Person, pictureName, routes } from './visits';

/** `npm run screenshots -- --accept`: what the pages look like now is right. */
const isAccepted = process.env.ACCEPT_PICTURES === '1';
const people: Record<Person, string> = {
  traveller: 'pictured-traveller',
  newcomer: 'pictured-newcomer',
  recorder: 'pictured-recorder',
};

let city: City;
let latestTrip: string;
let comparer: Comparer;
let tolerance = 0;

beforeAll(async () => {
  city = await startCity({ FONTCONFIG_FILE: path.join(__dirname, 'fonts.conf') });
  latestTrip = await seedTraveller(city.product, people.traveller);
  await city.product.signedInRider(people.recorder, { consent: true });
  comparer = new Comparer();
  tolerance = toleranceOf(city.browserVersion);
  if (isAccepted) storeBrowser(city.browserVersion);
}, START_TIMEOUT_MS);
afterAll(async () => {
  comparer?.stop();
  await city?.stop();
});

/** Compared while the next picture is taken; what is accepted is no problem. */
async function problemOf(name: string, taken: Buffer): Promise<string> {
  const problem = await checkPicture(name, taken, { comparer, tolerance });
  if (problem === '' || !isAccepted) return problem;
  storePicture(name, taken);
  return '';
}

describe.each(albums)('the $person, elder mode $elder', ({ person, elder, pages }) => {
  let phone: Phone;

  beforeAll(async () => {
    phone = await openStill(city, people[person], elder, person === 'recorder' ? recorderAnswers : {});
  });
  afterAll(async () => expect(await city.putAway()).toEqual([]));

  test.each(pages)('%s looks as stored: %p', async (page, names) => {
    await phone.show(routes[page].replace(LATEST_TRIP, latestTrip));
    const problems: Promise<string>[] = [];
    for (const look of names) {
      const taken = await photograph(phone, looks[look]);
      problems.push(problemOf(pictureName(person, page, look), taken));
    }
    expect((await Promise.all(problems)).filter(Boolean)).toEqual([]);
  });
});

test('every stored picture is one of a page that is looked at', () => {
  const wanted = albums.flatMap(({ person, pages }) =>
    pages.flatMap(([page, names]) => names.map(look => pictureName(person, page, look))),
  );
  const forgotten = storedNames().filter(name => !wanted.includes(name));
  if (isAccepted) forgotten.splice(0).forEach(removeStored);
  expect(forgotten).toEqual([]);
});
