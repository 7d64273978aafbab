import { element } from '../element';
import type { Session } from '../session';

const BIND_CODE = /^[0-9A-Z]{8}$/;

export interface BindCodeInput {
  element: HTMLInputElement;
  code(): string;
  /** The code has done its work. */
  use(): void;
}

/** A code that was copied on the phone is put in at once, and belongs to the person who copied it. */
export function bindCodeInput(session: Session): BindCodeInput {
  const copied = new Map<string, string>();
  const input = element('input', {
    class: 'code',
    placeholder: '手机上的绑卡码',
    maxlength: 8,
    autocapitalize: 'characters',
    'aria-label': '绑卡码',
    'data-test': 'bind-code',
  });
  const show = (openid: string): void => {
    input.value = copied.get(openid) ?? '';
  };
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key !== 'simulator:clipboard' || newValue === null || !BIND_CODE.test(newValue)) return;
    copied.set(session.person.value, newValue);
    show(session.person.value);
  });
  session.onOtherPerson(show);
  const use = (): void => {
    copied.delete(session.person.value);
    input.value = '';
  };
  return { element: input, code: () => input.value.trim().toUpperCase(), use };
}
