import * as z from 'zod';
import { answerJson } from '../../cloud/http/answer';
import type { Exchange, Handler } from '../../cloud/http/exchange';
import { HttpError } from '../../cloud/http/http-error';
import { readJsonBody } from '../../cloud/http/json-body';
import type { City } from '../city/city';
import type { MetroNetwork } from '../city/metro-network';
import type { DemoFile } from '../folder/demo-file';
import { partnerOf, type SignedMode, signedModes, tokenAt } from '../modes/demo-partners';
import type { ModeDesk } from '../modes/mode-desk';
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
  /** The partners of other modes. */
  desk: ModeDesk;
}

const bodyBytes = 2048;
const openid = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const station = z.string().min(1).max(40).optional();
/** Left out for the metro. */
const mode = z.enum(signedModes as [SignedMode, ...SignedMode[]]).optional();
const occupants = z.int().min(1).max(9).optional();
const rideBody = z.strictObject({ openid, mode, from: station, to: station, occupants });
const bindingBody = z.strictObject({ openid, mode, bindCode: z.string().min(1).max(32) });

/**
 * The operators' desk for the simulator's side panel, on the loopback interface like everything else here; the partners'
 * secrets stay on this side. `POST /operator/rides {openid, mode?, from?, to?, occupants?}` sends that person's next ride,
 * `POST /operator/bindings {openid, mode?, bindCode}` confirms a card; both answer OperatorAnswer. `GET
 * /operator/stations` names the metro's stations, `GET /operator/modes` the other modes with their places, `GET
 * /operator/state` says whether the demo's month is still missing.
 */
export function operatorRoute(route: OperatorRoute): Handler {
  const client = new PartnerClient(route.url, route.access);
  const routes: Record<string, (exchange: Exchange) => Promise<unknown> | unknown> = {
    '/operator/rides': async exchange => ride(route, client, await bodyOf(exchange, rideBody)),
    '/operator/bindings': async exchange => bind(route, client, await bodyOf(exchange, bindingBody)),
    '/operator/stations': () => ({ stations: route.network.stations }),
    '/operator/modes': () => ({ modes: route.desk.offered() }),
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
  route: OperatorRoute,
  client: PartnerClient,
  { openid: who, mode: by, from, to, occupants: people }: z.infer<typeof rideBody>,
): Promise<OperatorAnswer> {
  const { city, network, desk } = route;
  const rider = riderFor(city, who);
  if (by === undefined) {
    const unknown = [from, to].find(name => name !== undefined && !network.stations.includes(name));
    if (unknown !== undefined) return unknownPlace(`线网里没有“${unknown}”站`);
    return answering(async () =>
      rideAnswer(await sendNextRide({ client, network, rider, wish: { from, to } })),
    );
  }
  const partner = desk.clientOf(by);
  if (partner === null) return notJoined(by);
  const unknown = desk.unknownPlace(by, [from, to]);
  if (unknown !== undefined) return unknownPlace(`${partnerOf(by).name}没有“${unknown}”这个地点`);
  return answering(async () =>
    rideAnswer(await desk.send(partner, by, rider, { from, to, occupants: people })),
  );
}

function bind(
  { city, desk }: OperatorRoute,
  client: PartnerClient,
  { openid: who, mode: by, bindCode }: z.infer<typeof bindingBody>,
): Promise<OperatorAnswer> | OperatorAnswer {
  const rider = riderFor(city, who);
  if (by === undefined) return confirm(client, bindCode, rider.riderToken, '');
  const partner = desk.clientOf(by);
  if (partner === null) return notJoined(by);
  return confirm(partner, bindCode, tokenAt(partnerOf(by), rider), partnerOf(by).name);
}

const confirm = (
  client: PartnerClient,
  bindCode: string,
  riderToken: string,
  whose: string,
): Promise<OperatorAnswer> =>
  answering(async () => {
    await client.send('POST', '/partner/v1/bindings', { bindCode, riderToken });
    return boundAnswer(riderToken, whose);
  });

const unknownPlace = (text: string): OperatorAnswer => ({ ok: false, code: 'UNKNOWN_STATION', text });

const notJoined = (by: SignedMode): OperatorAnswer => ({
  ok: false,
  code: 'NOT_JOINED',
  text: `${partnerOf(by).name}还没有接入：这个数据目录里没有它的密钥，加 --fresh 重新开始会有`,
});

async function answering(work: () => Promise<OperatorAnswer>): Promise<OperatorAnswer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PartnerError) return refusalAnswer(error);
    throw error;
  }
}
