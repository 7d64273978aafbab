import { setDefaultRole } from './accessibility';
import { defineBuiltIn } from './built-in';
import { dark } from './dark';
import { flag, text } from './property';

export const radio = defineBuiltIn({
  tag: 'radio',
  properties: { value: text(), checked: flag(), disabled: flag(), color: text('#07c160') },
  template: `<h-div class="wx-radio-wrapper">
    <h-div class="wx-radio-input {{checked ? 'wx-radio-input-checked' : ''}} {{disabled ? 'wx-radio-input-disabled' : ''}}" style="{{checked && !disabled ? 'background-color:' + color + ';border-color:' + color : ''}}" />
    <slot />
  </h-div>`,
  style: `
    wx-radio { display: inline-block; cursor: pointer; -webkit-tap-highlight-color: transparent }
    .wx-radio-wrapper { display: inline-flex; align-items: center; vertical-align: middle }
    .wx-radio-input {
      position: relative; display: inline-flex; align-items: center; justify-content: center; width: 22px; height: 22px;
      box-sizing: border-box; margin-right: 5px; border: 1px solid #d1d1d1; border-radius: 50%; background-color: #ffffff;
    }
    .wx-radio-input-checked::before {
      content: ''; width: 5px; height: 10px; margin-top: -3px; border: solid #ffffff; border-width: 0 2px 2px 0;
      transform: rotate(45deg);
    }
    .wx-radio-input-disabled { background-color: #e1e1e1 }
    ${dark('.wx-radio-input { border-color: rgba(255, 255, 255, 0.3); background-color: transparent }')}`,
  observers: {
    'checked, disabled'(checked: boolean, disabled: boolean) {
      this.host.setAttribute('aria-checked', String(checked));
      this.host.setAttribute('aria-disabled', String(disabled));
      if (checked) this.ancestor('radio-group')?.invoke('keepOnly', this.host);
    },
  },
  listeners: { tap: 'activate' },
  methods: {
    activate() {
      if (this.data.disabled === true || this.data.checked === true) return;
      this.setData({ checked: true });
      this.ancestor('radio-group')?.invoke('tellChange');
    },
  },
  attached() {
    setDefaultRole(this.host, 'radio');
    this.host.setAttribute('aria-checked', String(this.data.checked === true));
  },
});
