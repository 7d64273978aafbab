import { setDefaultRole } from './accessibility';
import { type BuiltInEvent, defineBuiltIn } from './built-in';
import { buttonStyle } from './button-style';
import { hover } from './hover';
import { openByType } from './open-type';
import { asText, flag, number, text } from './property';
import { reflect } from './reflect';

export const button = defineBuiltIn({
  tag: 'button',
  properties: {
    type: text('default'),
    size: text('default'),
    disabled: flag(),
    plain: flag(),
    loading: flag(),
    hoverClass: text('button-hover'),
    hoverStartTime: number(20),
    hoverStayTime: number(70),
    formType: text(),
    openType: text(),
    name: text(),
    lang: text('en'),
    sessionFrom: text(),
    businessId: text(),
    sendMessageTitle: text(),
    sendMessagePath: text(),
    sendMessageImg: text(),
    showMessageCard: flag(),
    appParameter: text(),
    phoneNumberNoQuotaToast: flag(true),
    createliveactivity: text(),
  },
  template: '<h-i class="wx-button-loading" wx:if="{{loading}}" /><slot />',
  style: buttonStyle,
  traits: [hover],
  observers: {
    'type, size, disabled, plain, loading'(type: unknown, size: unknown, disabled: boolean, plain: boolean) {
      reflect(this.host, { type, size, disabled, plain, loading: this.data.loading });
      this.host.setAttribute('aria-disabled', String(disabled));
    },
  },
  listeners: { tap: 'onTap' },
  methods: {
    onTap(event: BuiltInEvent) {
      if (this.data.disabled === true) {
        event.stopPropagation();
        return;
      }
      const formType = asText(this.data.formType);
      if (formType === 'submit' || formType === 'reset') this.ancestor('form')?.invoke(formType);
      void openByType(this, asText(this.data.openType));
    },
    /** A label's tap is the button's. */
    activate() {
      this.triggerEvent('tap', {}, { bubbles: true, composed: true });
    },
  },
  attached() {
    setDefaultRole(this.host, 'button');
  },
});
