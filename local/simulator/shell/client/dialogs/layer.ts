import { element } from '../element';

/**
 * Shows something over the phone until it is answered. Tapping beside it, or Escape, answers `away` where that is given.
 */
export function showLayer<Answer>(
  overlay: HTMLElement,
  options: { kind: 'centre' | 'bottom' | 'full'; name: string; away?: Answer },
  draw: (answer: (value: Answer) => void) => HTMLElement,
): Promise<Answer> {
  return new Promise(resolve => {
    const before = document.activeElement;
    const close = (value: Answer): void => {
      layer.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      resolve(value);
    };
    const leave = (): void => {
      if (options.away !== undefined) close(options.away);
    };
    const layer: HTMLElement = element('div', {
      class: `layer layer-${options.kind}`,
      role: 'dialog',
      'aria-modal': 'true',
      'data-test': options.name,
      tabindex: -1,
      onclick: event => event.target === layer && leave(),
      onkeydown: event => event instanceof KeyboardEvent && event.key === 'Escape' && leave(),
    });
    layer.append(draw(close));
    overlay.append(layer);
    const first = layer.querySelector<HTMLElement>('input, textarea') ?? layer;
    first.focus({ preventScroll: true });
  });
}

/** A button of a dialog. */
export const choice = (
  name: string,
  text: string,
  tap: () => void,
  kind: 'plain' | 'primary' | 'quiet' = 'plain',
): HTMLButtonElement =>
  element('button', { type: 'button', class: `choice ${kind}`, 'data-test': name, onclick: tap }, text);
