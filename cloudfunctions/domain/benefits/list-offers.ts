import { KeptReading, type Platform } from '../../platform';
import { type Offer, offers } from './store';

/** More than anybody would choose from. */
const OFFERS_READ = 100;

/** What an example has to say in its name, where nobody can overlook it. */
const EXAMPLE = '示例';
const OFFER_ID = /^[a-z0-9-]{1,40}$/;
const LONGEST_NAME = 20;

/** What is wrong with an offer, or null: people add them in a console that knows no types. */
export function offerProblem({ _id, partnerId, name, description, price, isAgreed }: Offer): string | null {
  if (!OFFER_ID.test(_id)) return '_id has to consist of lower-case letters, digits and dashes';
  if (typeof partnerId !== 'string' || partnerId === '') return 'partnerId is missing';
  if (typeof name !== 'string' || name.trim() === '' || name.length > LONGEST_NAME) {
    return `name is missing or longer than ${LONGEST_NAME}`;
  }
  if (typeof description !== 'string' || description.trim() === '') return 'description is missing';
  if (!Number.isSafeInteger(price) || price < 1) return 'price is no whole number of credits';
  if (isAgreed === true) return null;
  return name.includes(EXAMPLE) ? null : `without an agreement it has to be named as ${EXAMPLE}`;
}

function isUsable(platform: Platform, offer: Offer): boolean {
  const problem = offerProblem(offer);
  if (problem) platform.log('benefits.offer-unusable', { offer: offer._id, problem });
  return problem === null;
}

const keptOffers = new KeptReading<Offer[]>(async platform => {
  const found = await platform.database.find(offers, {
    where: { isOpen: true },
    orderBy: [['place', 'asc']],
    limit: OFFERS_READ,
  });
  return found.filter(offer => isUsable(platform, offer));
});

/** The open offers in their order, as they were within the last minute. No database call, or one. */
export const listOffers = (platform: Platform): Promise<Offer[]> => keptOffers.known(platform);
