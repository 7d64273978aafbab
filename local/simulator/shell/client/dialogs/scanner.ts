import type { ScanAnswer } from '../../shell-contract';
import { element } from '../element';
import { choice, showLayer } from './layer';

/** A mini-program code carries a page; everything else is a text. */
export function scanAnswer(result: string): ScanAnswer {
  const isPage = /^\/?(?:pages|packages)\/[\w/-]+(?:\?.*)?$/.test(result);
  return { result, scanType: isPage ? 'WX_CODE' : 'QR_CODE', path: isPage ? result.replace(/^\//, '') : '' };
}

/** The camera: what it sees comes from the side panel, or is typed in here. */
export class Scanner {
  #waiting: ((answer: ScanAnswer | null) => void) | null = null;

  constructor(readonly overlay: HTMLElement) {}

  async scan(): Promise<ScanAnswer | null> {
    const answer = await showLayer<ScanAnswer | null>(
      this.overlay,
      { kind: 'full', name: 'scanner', away: null },
      close => {
        this.#waiting = close;
        return this.#draw(close);
      },
    );
    this.#waiting = null;
    return answer;
  }

  /** @returns whether somebody was scanning */
  show(result: string): boolean {
    const waiting = this.#waiting;
    waiting?.(scanAnswer(result));
    return waiting !== null;
  }

  #draw(close: (answer: ScanAnswer | null) => void): HTMLElement {
    const input = element('input', {
      class: 'scan-input',
      'data-test': 'scan-input',
      placeholder: '码里的内容',
    });
    return element(
      'form',
      {
        class: 'scanner',
        onsubmit: event => {
          event.preventDefault();
          if (input.value.trim() !== '') close(scanAnswer(input.value.trim()));
        },
      },
      element('div', { class: 'scan-window' }, element('span', { class: 'scan-line' })),
      element('p', {}, '在面板里选一个码，或在这里输入它的内容'),
      input,
      element('button', { class: 'choice primary', 'data-test': 'scan-confirm' }, '扫到了'),
      choice('scan-cancel', '取消', () => close(null), 'quiet'),
    );
  }
}
