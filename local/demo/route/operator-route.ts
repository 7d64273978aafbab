import * as z from 'zod';
import { answerJson } from '../../cloud/http/answer';
import type { Exchange, Handler } from '../../cloud/http/exchange';
import { HttpError } from '../../cloud/http/http-error';
import { readJsonBody } from '../../cloud/http/json-body';
import type { City } from '../city/city';
import type { MetroNetwork } from '../city/metro-network';
import type { DemoFile } from '../folder/demo-file';
import { PartnerClient, PartnerError } from '../operator/partner-client';
import type { PartnerAccess } from '../operator/sign-request';
import { boundAnswer, type OperatorAnswer, refusalAnswer, rideAnswer } from './answer-text';
import { riderFor } from './rider-for';
import { sendNextRide } from './send-next-ride';

export interface OperatorRoute {
  url: string;
  access: PartnerAccess;
  city: City;
  network: MetroNetwork;
  file: DemoFile;
}

const bodyBytes = 2048;
const openid = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const station = z.string().min(1).max(40).optional();
const rideBody = z.strictObject({ openid, from: station, to: station });
const bindingBody = z.strictObject({ openid, bindCode: z.string().min(1).max(32) });

/**
 * The operator's desk for the simulator's side panel, on the loopback interface like everything else here; the partner's
 * secret stays on this side. `POST /operator/rides {openid, from?, to?}` sends that person's next ride, `POST
 * /operator/bindings {openid, bindCode}` confirms a card; both answer OperatorAnswer. `GET /operator/stations` names the
 * stations, `GET /operator/state` says whether the demo's month is still missing.
 */
export function operatorRoute(route: OperatorRoute): Handler {
  const client = new PartnerClient(route.url, route.access);
  const routes: Record<string, (exchange: Exchange) => Promise<unknown> | unknown> = {
    '/operator/rides': async exchange => ride(route, client, await bodyOf(exchange, rideBody)),
    '/operator/bindings': async exchange => bind(route, client, await bodyOf(exchange, bindingBody)),
    '/operator/stations': () => ({ stations: route.network.stations }),
    '/operator/state': () => ({ filling: !route.file.state.finished }),
  };
  return async exchange => {
    const work = routes[exchange.pathname];
    if (work === undefined) throw new HttpError(404, 'no such path');
    answerJson(exchange.response, 200, await work(exchange));
  };
}

async function bodyOf<Body>(exchange: Exchange, shape: z.ZodType<Body>): Promise<Body> {
  const parsed = shape.safeParse(await readJsonBody(exchange, bodyBytes));
  if (!parsed.success) throw new HttpError(400, z.prettifyError(parsed.error));
  return parsed.data;
}

async function ride(
  { city, network }: OperatorRoute,
  client: PartnerClient,
  { openid: who, from, to }: z.infer<typeof rideBody>,
): Promise<OperatorAnswer> {
  for (const name of [from, to])
    if (name !== undefined && !network.stations.includes(name))
      return { ok: false, code: 'UNKNOWN_STATION', text: `线网里没有“${name}”站` };
  return answering(async () =>
    rideAnswer(await sendNextRide({ client, network, rider: riderFor(city, who), wish: { from, to } })),
  );
}

function bind(
  { city }: OperatorRoute,
  client: PartnerClient,
  { openid: who, bindCode }: z.infer<typeof bindingBody>,
): Promise<OperatorAnswer> {
  const { riderToken } = riderFor(city, who);
  return answering(async () => {
    await client.send('POST', '/partner/v1/bindings', { bindCode, riderToken });
    return boundAnswer(riderToken);
  });
}

async function answering(work: () => Promise<OperatorAnswer>): Promise<OperatorAnswer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PartnerError) return refusalAnswer(error);
    throw error;
  }
}
