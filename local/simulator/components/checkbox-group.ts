import { setDefaultRole } from './accessibility';
import { defineBuiltIn } from './built-in';
import { text } from './property';

export const checkboxGroup = defineBuiltIn({
  tag: 'checkbox-group',
  isFormField: true,
  properties: { name: text() },
  style: 'wx-checkbox-group { display: block }',
  methods: {
    tellChange() {
      this.triggerEvent('change', { value: this.fieldValue() });
    },
    fieldValue(): unknown[] {
      return this.descendants('checkbox')
        .filter(box => box.data.checked === true)
        .map(box => box.data.value);
    },
    resetField() {
      for (const box of this.descendants('checkbox')) box.setData({ checked: false });
    },
  },
  attached() {
    setDefaultRole(this.host, 'group');
  },
});
