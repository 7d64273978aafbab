import { setDefaultRole } from './accessibility';
import { defineBuiltIn } from './built-in';
import { text } from './property';

export const radioGroup = defineBuiltIn({
  tag: 'radio-group',
  isFormField: true,
  properties: { name: text() },
  style: 'wx-radio-group { display: block }',
  methods: {
    /** One of a group at a time; nobody is told about the one that gives way. */
    keepOnly(chosen: HTMLElement) {
      for (const each of this.descendants('radio')) {
        if (each.host !== chosen && each.data.checked === true) each.setData({ checked: false });
      }
    },
    tellChange() {
      this.triggerEvent('change', { value: this.fieldValue() });
    },
    fieldValue(): unknown {
      return this.descendants('radio').find(each => each.data.checked === true)?.data.value ?? '';
    },
    resetField() {
      for (const each of this.descendants('radio')) each.setData({ checked: false });
    },
  },
  attached() {
    setDefaultRole(this.host, 'radiogroup');
  },
});
