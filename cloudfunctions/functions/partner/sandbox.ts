import { Refusal } from '../../contract/errors';
import { partnerBodies } from '../../contract/partner';
import { cardIdOf, tokenIdOf } from '../../domain/bindings';
import { checkRides, ticketsHashOf } from '../../domain/rides';
import { parseInput } from '../parse-input';
import type { Route } from './route-call';

/** Says in every answer that nothing of it is real. */
const inSandbox = (answer: object): object => ({ ...answer, sandbox: true });

/**
 * What a partner gets who is still trying: bodies and rides are checked as ever, and nothing is stored, bound or
 * credited. Routes that only read are the same for everybody.
 */
export const sandboxRoutes: Readonly<Record<string, Route>> = {
  'POST bindings': async ({ platform, partner: { partnerId }, body }) => {
    const { riderToken } = parseInput(partnerBodies.bindings, body);
    return inSandbox({ bound: true, cardId: cardIdOf(tokenIdOf(platform, { partnerId, riderToken })) });
  },
  'POST cards': async ({ platform, partner: { partnerId }, body }) => {
    const { riderToken } = parseInput(partnerBodies.cards, body);
    return inSandbox({ cardId: cardIdOf(tokenIdOf(platform, { partnerId, riderToken })), bound: false });
  },
  'POST unbindings': async ({ body }) => {
    parseInput(partnerBodies.unbindings, body);
    return inSandbox({ unbound: true });
  },
  'POST rides': async ({ platform, partner, body }) => {
    const { rides } = parseInput(partnerBodies.rides, body);
    return inSandbox(await checkRides(platform, { partner, rides }));
  },
  'POST reversals': async ({ body }) => {
    parseInput(partnerBodies.reversals, body);
    return inSandbox({ reversed: false, waiting: true, duplicate: false });
  },
  'POST days': async ({ body }) => {
    const { day } = parseInput(partnerBodies.days, body);
    return inSandbox({ day, agrees: null, received: { count: 0, ticketsHash: ticketsHashOf([]) } });
  },
  'POST benefits': async ({ body, rest }) => {
    const [, verb] = rest;
    const isConfirmed = verb === 'confirm';
    if (!isConfirmed && verb !== 'refuse') throw new Refusal('NOT_FOUND', { field: 'path' });
    parseInput(isConfirmed ? partnerBodies.confirm : partnerBodies.refuse, body);
    return inSandbox({ state: isConfirmed ? 'given' : 'refused' });
  },
};
