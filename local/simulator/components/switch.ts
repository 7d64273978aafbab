import { setDefaultRole } from './accessibility';
import { defineBuiltIn } from './built-in';
import { checkMark } from './check-mark';
import { dark } from './dark';
import { asText, flag, text } from './property';

export const switchControl = defineBuiltIn({
  tag: 'switch',
  isFormField: true,
  properties: {
    checked: flag(),
    disabled: flag(),
    type: text('switch'),
    color: text('#07c160'),
    name: text(),
  },
  template: `<h-div class="wx-switch-wrapper">
    <h-div wx:if="{{type !== 'checkbox'}}" class="wx-switch-input {{checked ? 'wx-switch-input-checked' : ''}}" style="{{checked ? 'background-color:' + color + ';border-color:' + color : ''}}" />
    <h-div wx:else class="wx-checkbox-input {{checked ? 'wx-checkbox-input-checked' : ''}}" style="color:{{color}}" />
  </h-div>`,
  style: `
    wx-switch { display: inline-block; cursor: pointer; -webkit-tap-highlight-color: transparent }
    wx-switch[disabled] { opacity: 0.5; cursor: default }
    .wx-switch-wrapper { display: inline-flex; vertical-align: middle }
    .wx-switch-input {
      position: relative; width: 52px; height: 32px; box-sizing: border-box; margin-right: 5px; border: 1px solid #dfdfdf;
      border-radius: 16px; background-color: #dfdfdf; transition: background-color 0.1s, border 0.1s;
    }
    .wx-switch-input::before, .wx-switch-input::after {
      content: ''; position: absolute; top: 0; left: 0; height: 30px; border-radius: 15px; transition: transform 0.3s;
    }
    .wx-switch-input::before { width: 50px; background-color: #fdfdfd }
    .wx-switch-input::after { width: 30px; background-color: #ffffff; box-shadow: 0 1px 3px rgba(0, 0, 0, 0.4) }
    .wx-switch-input-checked::before { transform: scale(0) }
    .wx-switch-input-checked::after { transform: translateX(20px) }
    ${checkMark('wx-switch')}
    ${dark('.wx-switch-input { border-color: #3d3d3d; background-color: #3d3d3d } .wx-switch-input::before { background-color: #2c2c2c }')}`,
  observers: {
    'checked, disabled'(checked: boolean, disabled: boolean) {
      this.host.setAttribute('aria-checked', String(checked));
      this.host.toggleAttribute('disabled', disabled);
    },
  },
  listeners: { tap: 'activate' },
  methods: {
    activate() {
      if (this.data.disabled === true) return;
      const checked = this.data.checked !== true;
      this.setData({ checked });
      this.triggerEvent('change', { value: checked });
    },
    fieldValue() {
      return this.data.checked === true;
    },
    resetField() {
      this.setData({ checked: false });
    },
  },
  attached() {
    setDefaultRole(this.host, asText(this.data.type) === 'checkbox' ? 'checkbox' : 'switch');
    this.host.setAttribute('aria-checked', String(this.data.checked === true));
  },
});
