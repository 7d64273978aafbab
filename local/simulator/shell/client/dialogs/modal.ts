import type { ModalAnswer, ModalOptions } from '../../shell-contract';
import { element } from '../element';
import { choice, showLayer } from './layer';

/** `wx.showModal`; only its buttons close it. */
export function showModal(overlay: HTMLElement, options: ModalOptions): Promise<ModalAnswer> {
  return showLayer<ModalAnswer>(overlay, { kind: 'centre', name: 'modal' }, answer => {
    const input = element('input', {
      class: 'modal-input',
      'data-test': 'modal-input',
      placeholder: options.placeholder,
      value: options.editable ? options.content : '',
    });
    const cancel = choice('modal-cancel', options.cancelText, () => answer({ confirm: false, content: '' }));
    const confirm = choice(
      'modal-confirm',
      options.confirmText,
      () => answer({ confirm: true, content: input.value }),
      'primary',
    );
    cancel.style.color = options.cancelColour;
    confirm.style.color = options.confirmColour;
    return element(
      'div',
      { class: 'modal' },
      options.title === '' ? null : element('h2', {}, options.title),
      options.editable ? input : element('p', {}, options.content),
      element('div', { class: 'modal-choices' }, options.showCancel ? cancel : null, confirm),
    );
  });
}
