import type { Ticket } from '../city/ride';
import type { PartnerClient } from '../operator/partner-client';
import { curlText } from './curl-text';

/** A request that sends one ride, signed now, as a line for a shell. */
export const signRide = async (client: PartnerClient, ticket: Ticket): Promise<string> =>
  curlText(await client.sign('POST', '/partner/v1/rides', { batchId: ticket.ticketId, rides: [ticket] }));
