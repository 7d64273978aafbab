import { setDefaultRole } from './accessibility';
import { defineBuiltIn } from './built-in';
import { checkMark } from './check-mark';
import { flag, text } from './property';

export const checkbox = defineBuiltIn({
  tag: 'checkbox',
  properties: {
    value: text(),
    checked: flag(),
    disabled: flag(),
    color: text('#07c160'),
    backgroundColor: text(),
    borderColor: text(),
    activeBackgroundColor: text(),
    activeBorderColor: text(),
    iconColor: text(),
  },
  template: `<h-div class="wx-checkbox-wrapper">
    <h-div class="wx-checkbox-input {{checked ? 'wx-checkbox-input-checked' : ''}} {{disabled ? 'wx-checkbox-input-disabled' : ''}}" style="{{boxStyle}}" />
    <slot />
  </h-div>`,
  style: `
    wx-checkbox { display: inline-block; cursor: pointer; -webkit-tap-highlight-color: transparent }
    .wx-checkbox-wrapper { display: inline-flex; align-items: center; vertical-align: middle }
    ${checkMark('wx-checkbox')}
    wx-checkbox .wx-checkbox-input-disabled { background-color: #e1e1e1; color: #adadad !important }`,
  data: { boxStyle: '' },
  observers: {
    'checked, disabled, color, backgroundColor, borderColor, activeBackgroundColor, activeBorderColor, iconColor'(
      checked: boolean,
      disabled: boolean,
    ) {
      const { data } = this;
      const background = (checked && data.activeBackgroundColor) || data.backgroundColor;
      const border = (checked && data.activeBorderColor) || data.borderColor;
      const colour = data.iconColor || data.color;
      const boxStyle = `color:${colour};${background ? `background-color:${background};` : ''}${border ? `border-color:${border}` : ''}`;
      if (boxStyle !== data.boxStyle) this.setData({ boxStyle });
      this.host.setAttribute('aria-checked', String(checked));
      this.host.setAttribute('aria-disabled', String(disabled));
    },
  },
  listeners: { tap: 'activate' },
  methods: {
    activate() {
      if (this.data.disabled === true) return;
      this.setData({ checked: this.data.checked !== true });
      this.ancestor('checkbox-group')?.invoke('tellChange');
    },
  },
  attached() {
    setDefaultRole(this.host, 'checkbox');
    this.host.setAttribute('aria-checked', String(this.data.checked === true));
  },
});
