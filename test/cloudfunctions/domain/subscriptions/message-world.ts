import { sendMessages } from '../../../../cloudfunctions/domain/subscriptions';
import { messageConsents, queuedMessages } from '../../../../cloudfunctions/domain/subscriptions/store';
import type { Platform } from '../../../../cloudfunctions/platform';
import { PartnerClient, shortRide } from '../../../support/partner';
import type { Product } from '../../../support/product';

const KEY = 'ride-credited';

export interface SentMessage {
  title: string;
  rows: { label: string; value: string }[];
  page: string;
}

/** Riders with cards, WeChat's window on their phones, and the operator. */
export class MessageWorld {
  readonly partner: PartnerClient;
  #tickets = 0;

  constructor(readonly product: Product) {
    this.partner = new PartnerClient(product);
  }

  rider(openid: string): Promise<string> {
    return this.partner.riderWithCard(openid, `card of ${openid}`);
  }

  state(openid: string) {
    return this.product.data(openid, 'subscriptions.read', {}).then(({ messages }) => messages[0]!);
  }

  async left(openid: string): Promise<number> {
    return (await this.state(openid)).left;
  }

  /** What WeChat on the phone tells WeChat. */
  async allowAtWeChat(openid: string): Promise<void> {
    const { templateId } = await this.state(openid);
    const response = await this.product.http('/wechat/subscriptions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
      body: JSON.stringify({ templateIds: [templateId] }),
    });
    if (!response.ok) throw new Error(await response.text());
  }

  /** 允许 in WeChat's window: WeChat and the product both hear of it. */
  async accept(openid: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      await this.allowAtWeChat(openid);
      await this.answer(openid, 'accept');
    }
  }

  answer(openid: string, answer: 'accept' | 'reject' | 'ban' | 'filter') {
    return this.product.data(openid, 'subscriptions.answer', { answers: [{ key: KEY, answer }] });
  }

  /** So many rides of 41 g in one delivery, each ten minutes after the one before. */
  ride(openid: string, count = 1) {
    const rides = Array.from({ length: count }, () => {
      this.#tickets += 1;
      const fromMs = Date.parse('2026-11-09T06:00:00+08:00') + this.#tickets * 600_000;
      return shortRide(`ticket ${this.#tickets}`, `card of ${openid}`, fromMs);
    });
    return this.partner.rides(rides);
  }

  /** Takes back the ride that was delivered last. */
  reverseLast() {
    return this.partner.post('reversals', { ticketId: `ticket ${this.#tickets}`, reason: '退票' });
  }

  /** Runs the job here, as it would run by its timer. */
  async sendAll(platform: Platform = this.product.platform): Promise<void> {
    const step = { windowStartMs: 0, cursor: null, deadlineMs: Number.POSITIVE_INFINITY };
    while ((await sendMessages.step(platform, step)).cursor !== null);
  }

  async sent(openid: string): Promise<SentMessage[]> {
    const response = await this.product.http('/wechat/messages', { headers: { 'x-wx-openid': openid } });
    return ((await response.json()) as { messages: SentMessage[] }).messages;
  }

  /** What our books say of a rider's messages, oldest first. */
  async queued(uid: string) {
    return this.product.platform.database.find(queuedMessages, {
      where: { uid },
      orderBy: [['position', 'asc']],
      limit: 100,
    });
  }

  consent(uid: string) {
    return this.product.platform.database.get(messageConsents, `${uid}:${KEY}`);
  }
}
