import { ServiceError } from './service-error';
import { type AskedAnswer, askFor, declineOffer, offerOf, type Subscription } from './subscriptions';

/** How far a page's offer of a message has come. */
export interface OfferState {
  key: Subscription['key'];
  /** `failed`: WeChat has not asked, or the server has not heard of it. `hidden`: declined, or nothing to offer. */
  answer: AskedAnswer | 'failed' | 'hidden' | null;
  isBusy: boolean;
}

/** A message that a page offers after something that its rider is glad of. */
export class Offering {
  #message: Subscription | null = null;
  #isBusy = false;

  constructor(
    readonly key: Subscription['key'],
    readonly show: (state: OfferState) => void,
  ) {}

  /** Nothing happens where there is nothing to offer. */
  async begin(): Promise<void> {
    const message = await offerOf(this.key);
    if (message === null) return;
    this.#message = message;
    this.#tell(null);
  }

  /** Has to be called in a tap. */
  async accept(): Promise<void> {
    const message = this.#message;
    if (message === null || this.#isBusy) return;
    this.#isBusy = true;
    const asking = askFor(message);
    this.#tell(null);
    const answer = await asking.catch(() => 'failed' as const);
    this.#isBusy = false;
    this.#tell(answer);
  }

  /** Gone at once; that the server does not hear of it only means that it may be offered again. */
  async refuse(): Promise<void> {
    const message = this.#message;
    if (message === null || this.#isBusy) return;
    this.#message = null;
    this.#tell('hidden');
    await declineOffer(message).catch((error: unknown) => {
      if (!(error instanceof ServiceError)) throw error;
    });
  }

  #tell(answer: OfferState['answer']): void {
    this.show({ key: this.key, answer, isBusy: this.#isBusy });
  }
}
