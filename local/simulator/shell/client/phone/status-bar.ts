import type { NetworkType } from '../../shell-contract';
import { minuteText } from '../beijing-time';
import { element } from '../element';

const networkTexts: Record<NetworkType, string> = { wifi: 'Wi-Fi', '4g': '4G', none: '无服务' };

/** The phone's clock follows the endpoint's; the network is the panel's. */
export class StatusBar {
  readonly #time = element('span', { class: 'status-time' });
  readonly #network = element('span', { class: 'status-network' });
  readonly element = element(
    'div',
    { class: 'status-bar', 'aria-hidden': 'true' },
    this.#time,
    element('span', { class: 'status-right' }, this.#network, element('span', { class: 'status-battery' })),
  );

  showTime(nowMs: number): void {
    this.#time.textContent = minuteText(nowMs);
  }

  showNetwork(type: NetworkType): void {
    this.#network.textContent = networkTexts[type];
    this.#network.classList.toggle('none', type === 'none');
  }
}
