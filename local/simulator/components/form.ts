import { type BuiltInInstance, defineBuiltIn } from './built-in';
import { asText, flag, number } from './property';

export const form = defineBuiltIn({
  tag: 'form',
  properties: { reportSubmit: flag(), reportSubmitTimeout: number() },
  style: 'wx-form { display: block }',
  methods: {
    submit() {
      const value: Record<string, unknown> = {};
      for (const field of this.descendants('wx://form-field')) {
        const name = asText(field.data.name);
        if (name !== '') value[name] = currentValue(field);
      }
      this.triggerEvent('submit', { value, formId: '' });
    },
    reset() {
      for (const field of this.descendants('wx://form-field')) tell(field, 'resetField');
      this.triggerEvent('reset', { target: { id: this.id, dataset: this.dataset } });
    },
  },
});

/** Groups and switches know their value otherwise; everything else, custom fields too, has it as `value`. */
function currentValue(field: BuiltInInstance): unknown {
  const own = tell(field, 'fieldValue');
  return own === undefined ? field.data.value : own;
}

/** Custom fields are components of the app, which have no methods for us. */
function tell(field: BuiltInInstance | Omit<BuiltInInstance, 'invoke'>, method: string): unknown {
  return 'invoke' in field ? field.invoke(method) : undefined;
}
