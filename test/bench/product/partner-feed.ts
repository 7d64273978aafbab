import { createHmac, randomUUID } from 'node:crypto';
import type { PartnerRide, RidesAnswer } from '../../../cloudfunctions/contract/partner';
import type { RiderToken } from '../../../cloudfunctions/domain/bindings';
import type { ProductEndpoint } from '../processes/product-endpoint';
import type { TokenOrder } from '../programs/tokens';
import { insertAll } from './post-series';

const ROUTE = '/partner/v1/rides';
const DAY_MS = 86_400_000;

/** The operator: has riders with bound cards, signs batches of their rides and sends them. */
export class PartnerFeed {
  private constructor(
    readonly product: ProductEndpoint,
    readonly partnerId: string,
    readonly secret: string,
    /** The endpoint's time when it was opened. */
    readonly openedAtMs: number,
  ) {}

  static async open(product: ProductEndpoint): Promise<PartnerFeed> {
    const { FIRST_PARTNER_ID: id, FIRST_PARTNER_SECRETS: secret } = product.environment();
    return new PartnerFeed(product, id!, secret!, await product.nowMs());
  }

  /** Binds cards by writing their documents: by codes it would take four calls and a minute's permit each. */
  async bindCards(riderTokens: readonly string[]): Promise<void> {
    const order: TokenOrder = {
      partnerId: this.partnerId,
      riderTokens: [...riderTokens],
      boundAtMs: this.openedAtMs - 60 * DAY_MS,
    };
    const documents = await this.product.call<RiderToken[]>('tokens', order);
    await insertAll(this.product.admin, 'rider_tokens', documents);
  }

  async send(rides: readonly PartnerRide[]): Promise<RidesAnswer> {
    const body = JSON.stringify({ batchId: randomUUID(), rides });
    const timestamp = String(await this.product.nowMs());
    const nonce = randomUUID();
    const signature = createHmac('sha256', this.secret)
      .update(`POST\n${ROUTE}\n${this.partnerId}\n${timestamp}\n${nonce}\n${body}`)
      .digest('hex');
    const headers = {
      'x-partner-id': this.partnerId,
      'x-timestamp': timestamp,
      'x-nonce': nonce,
      'x-signature': signature,
    };
    return (await this.product.send(ROUTE, body, headers)) as RidesAnswer;
  }
}
