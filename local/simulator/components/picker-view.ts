import { defineBuiltIn } from './built-in';
import { asList, asNumber, flag, list, text } from './property';

export const pickerView = defineBuiltIn({
  tag: 'picker-view',
  isFormField: true,
  externalClasses: ['indicator-class', 'mask-class'],
  properties: {
    value: list(),
    indicatorStyle: text(),
    maskStyle: text(),
    immediateChange: flag(),
    name: text(),
  },
  template: '<h-div class="wx-picker-view-wrapper"><slot /></h-div>',
  style: `
    wx-picker-view { display: block }
    .wx-picker-view-wrapper { display: flex; position: relative; height: 100%; overflow: hidden }`,
  observers: {
    'value, indicatorStyle, maskStyle'() {
      this.arrange();
    },
  },
  methods: {
    /** Hands each column its place; columns ask for it too when they come later. */
    arrange(): void {
      this.descendants('picker-view-column').forEach((column, at) => {
        column.invoke('arrange', asNumber(asList(this.data.value)[at]), this.data);
      });
    },
    tellStart() {
      this.triggerEvent('pickstart', {});
    },
    tellChange() {
      const value = this.descendants('picker-view-column').map(column => column.invoke('index'));
      this.setData({ value });
      this.triggerEvent('change', { value });
      this.triggerEvent('pickend', {});
    },
  },
  ready() {
    this.arrange();
  },
});
