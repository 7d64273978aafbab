import type { MetroNetwork } from '../city/metro-network';
import type { Rider } from '../city/rider';
import type { PartnerClient } from '../operator/partner-client';
import { planRide, type RideWish } from '../try/plan-ride';
import { type SentRide, sendRide } from './send-ride';

export interface NextRide {
  client: PartnerClient;
  network: MetroNetwork;
  rider: Rider;
  wish: RideWish;
}

/** The rider's next ride by metro: from where the last one ended, if that was a station of it. */
export const sendNextRide = ({ client, network, rider, wish: { from, to } }: NextRide): Promise<SentRide> =>
  sendRide(client, rider.openid, (nowMs, stood) => {
    const isHere = stood !== undefined && stood !== to && network.stations.includes(stood);
    const ticket = planRide(network, rider, { from: from ?? (isHere ? stood : undefined), to }, nowMs);
    return { ticket, from: ticket.entry.station, to: ticket.exit.station };
  });
