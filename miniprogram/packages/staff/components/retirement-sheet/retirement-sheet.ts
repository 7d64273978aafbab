import {
  emptyRetirement,
  numbersText,
  type RetirementForm,
  retirementOf,
  retirementProblems,
} from '../../views/pools';
import { type FieldProblems, hasProblems } from '../../views/staff-failure';

/**
 * Asks for grams of a pool to be retired. Emits `submit` with `amount`, `beneficiary`, `purpose` and `reason`, and
 * `close`. What was written stays.
 */
Component({
  properties: {
    open: Boolean,
    /** The pool's name, the first number that would go, and how many grams there are. */
    pool: String,
    first: Number,
    rest: Number,
    busy: Boolean,
    failure: String,
    failureCode: String,
  },
  data: { form: emptyRetirement, problems: {} as FieldProblems, numbers: '' },
  observers: {
    'first, rest, form.amount'(first: number, rest: number, amount: string) {
      this.setData({ numbers: numbersText(amount, first, rest) });
    },
  },
  methods: {
    onText({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const field = currentTarget.dataset.field as keyof RetirementForm;
      this.setData({ [`form.${field}`]: detail.value, [`problems.${field}`]: '' });
    },
    onSubmit() {
      if (this.data.busy) return;
      const { form, rest } = this.data;
      const problems = retirementProblems(form, rest);
      this.setData({ problems });
      if (!hasProblems(problems)) this.triggerEvent('submit', retirementOf(form));
    },
    onClose() {
      if (!this.data.busy) this.triggerEvent('close');
    },
    /** After it was asked for: the next one is another one. */
    clear() {
      this.setData({ form: emptyRetirement, problems: {} });
    },
  },
});
