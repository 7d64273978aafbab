import { element } from './element';
import type { Endpoint, ServiceMessage } from './endpoint';
import { Observable } from './observable';
import type { Session } from './session';

/** WeChat's banner goes by itself after some seconds. */
const BANNER_MS = 8_000;

/** What WeChat has brought to whoever holds the phone, and the banner of what has just come. */
export class ServiceNotices {
  /** Latest first. */
  readonly messages = new Observable<ServiceMessage[]>([]);
  #known: number | null = null;

  constructor(
    readonly endpoint: Endpoint,
    readonly session: Session,
  ) {
    session.onOtherPerson(() => {
      this.#known = null;
      this.messages.set([]);
    });
  }

  /** Looks for new ones; what was there when the phone changed hands is not announced again. */
  async look(): Promise<void> {
    const openid = this.session.person.value;
    const messages = await this.endpoint.serviceMessages(openid);
    if (openid !== this.session.person.value || messages.length === this.#known) return;
    const [latest] = messages;
    if (this.#known !== null && latest !== undefined) this.#announce(latest);
    this.#known = messages.length;
    this.messages.set(messages);
  }

  /** Opens the page of a message, as a tap on it does. */
  open({ page }: ServiceMessage): void {
    this.session.app?.open(page);
  }

  #announce(message: ServiceMessage): void {
    const [first] = message.rows;
    const banner = element(
      'button',
      {
        type: 'button',
        class: 'service-banner',
        'data-test': 'service-banner',
        onclick: () => {
          banner.remove();
          this.open(message);
        },
      },
      element('small', {}, '微信 · 服务通知'),
      element('strong', {}, message.title),
      element('span', {}, first === undefined ? '' : first.value),
    );
    this.session.phone.overlay.append(banner);
    setTimeout(() => banner.remove(), BANNER_MS);
  }
}
