import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { PartnerClient } from './partner-client';

const ridesAnswer = z.object({
  accepted: z.int(),
  duplicate: z.int(),
  pending: z.int(),
  deferred: z.array(z.string()),
  rejected: z.array(z.object({ ticketId: z.string(), code: z.string(), message: z.string() })),
});

/** A ride of any mode, as its partner signs it: all that matters here is what it is called. */
interface Ticket {
  ticketId: string;
}

export interface RefusedTicket {
  ticketId: string;
  code: string;
  message: string;
}

/** What became of the delivered tickets; every one of them is counted once. */
export interface Delivery {
  accepted: number;
  duplicate: number;
  pending: number;
  rejected: RefusedTicket[];
}

/** The product's limit for one request. */
const TICKETS_A_BATCH = 200;
/** A product that defers the same tickets for that long has another problem than too little time. */
const TRIES = 20;
const PAUSE_MS = 300;

/** Sends tickets in batches, and what is deferred again until it is taken. */
export async function deliverRides(client: PartnerClient, tickets: readonly Ticket[]): Promise<Delivery> {
  const delivery: Delivery = { accepted: 0, duplicate: 0, pending: 0, rejected: [] };
  let waiting = [...tickets];
  for (let tried = 1; waiting.length > 0; tried += 1) {
    if (tried > 1) await sleep(PAUSE_MS);
    const before = waiting.length;
    waiting = await deliverOnce(client, waiting, delivery);
    if (waiting.length < before) tried = 1;
    if (tried === TRIES) throw new Error(`${waiting.length} rides are deferred again and again`);
  }
  return delivery;
}

/** @returns what was deferred */
async function deliverOnce(
  client: PartnerClient,
  tickets: readonly Ticket[],
  delivery: Delivery,
): Promise<Ticket[]> {
  const deferred: Ticket[] = [];
  for (let first = 0; first < tickets.length; first += TICKETS_A_BATCH) {
    const rides = tickets.slice(first, first + TICKETS_A_BATCH);
    const answer = ridesAnswer.parse(
      await client.send('POST', '/partner/v1/rides', { batchId: batchIdOf(rides), rides }),
    );
    delivery.accepted += answer.accepted;
    delivery.duplicate += answer.duplicate;
    delivery.pending += answer.pending;
    delivery.rejected.push(...answer.rejected);
    const again = new Set(answer.deferred);
    deferred.push(...rides.filter(({ ticketId }) => again.has(ticketId)));
  }
  return deferred;
}

/** The same tickets have the same batch id, whenever they are sent. */
const batchIdOf = (rides: readonly Ticket[]): string =>
  createHash('sha256')
    .update(rides.map(ride => ride.ticketId).join('\n'))
    .digest('hex')
    .slice(0, 32);
