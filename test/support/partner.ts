/**
 * A partner for tests: it signs requests as the operator's own systems would, written from the published description
 * and not with the product's code.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PartnerRide, RidesAnswer } from '../../cloudfunctions/contract/partner';
import { type PartnerDocument, partners } from '../../cloudfunctions/domain/partners/store';
import { sealSecret } from '../../cloudfunctions/platform';
import type { Product } from './product';

export interface PartnerResponse<Body = Record<string, unknown>> {
  status: number;
  body: Body;
}

/** What a request is signed with and sent by; each part can be wrong on purpose. */
export interface Signing {
  secret?: string;
  partnerId?: string;
  timestamp?: string;
  nonce?: string;
  /** What the signature is made over, where that is not what is sent. */
  signedPath?: string;
  signedMethod?: string;
  signedPartnerId?: string;
  signedBody?: string | Uint8Array;
  headers?: Record<string, string>;
}

/** A partner who has come through the console, as he is stored; a metro of Shenzhen unless it says otherwise. */
export async function plantPartner(
  product: Product,
  partnerId: string,
  changes: Partial<PartnerDocument> = {},
): Promise<PartnerClient> {
  const secret = `the secret of ${partnerId}`;
  const box = sealSecret(product.platform, { keyName: 'PARTNER_KEY', owner: partnerId }, secret);
  await product.platform.database.add(partners, {
    _id: partnerId,
    name: `合作方 ${partnerId}`,
    city: 'shenzhen',
    modes: ['metro'],
    requestsAMinute: 600,
    state: 'live',
    secrets: [{ box, ending: secret.slice(-4), sinceMs: 0, endsAtMs: null }],
    newSecret: null,
    version: 1,
    ...changes,
  });
  return new PartnerClient(product, { partnerId, secret });
}

export class PartnerClient {
  readonly partnerId: string;
  readonly secret: string;

  /** The environment's partner unless another one is named. */
  constructor(
    readonly product: Product,
    access?: { partnerId: string; secret: string },
  ) {
    this.partnerId = access?.partnerId ?? 'bawei';
    if (access) {
      this.secret = access.secret;
      return;
    }
    const environment = JSON.parse(readFileSync(path.join(product.dataFolder, 'environment.json'), 'utf8'));
    this.secret = environment.FIRST_PARTNER_SECRETS;
  }

  /** The five headers of a request, correct unless `signing` says otherwise. */
  headers(
    method: string,
    route: string,
    body: string | Uint8Array,
    signing: Signing = {},
  ): Record<string, string> {
    const partnerId = signing.partnerId ?? this.partnerId;
    const timestamp = signing.timestamp ?? String(this.product.cloud.nowMs());
    const nonce = signing.nonce ?? randomUUID();
    const signature = createHmac('sha256', signing.secret ?? this.secret)
      .update(`${signing.signedMethod ?? method}\n${signing.signedPath ?? route}\n`)
      .update(`${signing.signedPartnerId ?? partnerId}\n${timestamp}\n${nonce}\n`)
      .update(signing.signedBody ?? body)
      .digest('hex');
    return {
      'content-type': 'application/json',
      'x-partner-id': partnerId,
      'x-timestamp': timestamp,
      'x-nonce': nonce,
      'x-signature': signature,
      ...signing.headers,
    };
  }

  async send<Body = Record<string, unknown>>(
    method: string,
    route: string,
    body: string | Uint8Array,
    signing: Signing = {},
  ): Promise<PartnerResponse<Body>> {
    const headers = this.headers(method, route, body, signing);
    const response = await this.product.http(route, {
      method,
      headers,
      ...(method !== 'GET' && { body: body as NonNullable<RequestInit['body']> }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Body };
  }

  post<Body = Record<string, unknown>>(name: string, body: unknown): Promise<PartnerResponse<Body>> {
    return this.send<Body>('POST', `/partner/v1/${name}`, JSON.stringify(body));
  }

  get<Body = Record<string, unknown>>(name: string): Promise<PartnerResponse<Body>> {
    return this.send<Body>('GET', `/partner/v1/${name}`, '');
  }

  async rides(rides: readonly PartnerRide[]): Promise<RidesAnswer> {
    const { status, body } = await this.post<RidesAnswer>('rides', { batchId: randomUUID(), rides });
    if (status !== 200) throw new Error(`rides: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** Signs a new rider in, who binds the card; answers the uid. */
  async riderWithCard(openid: string, riderToken: string): Promise<string> {
    const uid = await this.product.signedInRider(openid, { consent: true });
    await this.bindCard(openid, riderToken);
    return uid;
  }

  /** A code of a rider who is signed in, and the card bound with it. Five an hour a rider. */
  async bindCard(openid: string, riderToken: string): Promise<void> {
    const { code } = await this.product.data(openid, 'bindings.createCode', {});
    const { status, body } = await this.post('bindings', { bindCode: code, riderToken });
    if (status !== 200) throw new Error(`bindings: ${status} ${JSON.stringify(body)}`);
  }
}

/** Sends again what was deferred, as a partner does, until nothing is; the counts of all answers together. */
export async function untilSettled(
  send: (rides: PartnerRide[]) => Promise<RidesAnswer>,
  rides: PartnerRide[],
): Promise<RidesAnswer> {
  const first = await send(rides);
  if (first.deferred.length === 0) return first;
  const rest = await untilSettled(
    send,
    rides.filter(ride => first.deferred.includes(ride.ticketId)),
  );
  return {
    accepted: first.accepted + rest.accepted,
    duplicate: first.duplicate + rest.duplicate,
    pending: first.pending + rest.pending,
    deferred: [],
    rejected: [...first.rejected, ...rest.rejected],
  };
}

export interface RideWords {
  ticketId: string;
  riderToken: string;
  fromMs: number;
  minutes?: number;
  /** Counts only where it is below the shortest path, 52,749 m unless other stations are named. */
  distanceMetres?: number;
  from?: string;
  to?: string;
}

/** A metro ride of 50 km in an hour, unless said otherwise. */
export function metroRide(words: RideWords): PartnerRide {
  const { ticketId, riderToken, fromMs, minutes = 60, from = '罗湖', to = '碧头' } = words;
  return {
    ticketId,
    riderToken,
    mode: 'metro',
    entry: { station: from, atMs: fromMs },
    exit: { station: to, atMs: fromMs + minutes * 60_000 },
    ...(words.distanceMetres !== undefined && { distanceMetres: words.distanceMetres }),
  };
}

/** A ride between neighbouring stations, 894 m, 41 g, in five minutes. */
export const shortRide = (ticketId: string, riderToken: string, fromMs: number): PartnerRide =>
  metroRide({ ticketId, riderToken, fromMs, minutes: 5, from: '罗湖', to: '国贸' });
export const SHORT_RIDE_GRAMS = 41;

/** Published: 46.7 g a passenger-kilometre. */
export const gramsOf = (metres: number): number => Math.floor((46_700 * metres) / 1_000_000);
