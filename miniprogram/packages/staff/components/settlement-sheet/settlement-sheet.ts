import {
  emptySettlement,
  type SettlementForm,
  settlementOf,
  settlementProblems,
} from '../../views/merchants';
import { type FieldProblems, hasProblems } from '../../views/staff-failure';

/** Asks for bonus to be settled. Emits `submit` with `amount`, `voucher` and `reason`, and `close`. What was written stays. */
Component({
  properties: {
    open: Boolean,
    /** Whose it is, and how much is not settled. */
    merchant: String,
    unsettled: String,
    rest: Number,
    busy: Boolean,
    failure: String,
    failureCode: String,
  },
  data: { form: emptySettlement, problems: {} as FieldProblems },
  methods: {
    onText({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const field = currentTarget.dataset.field as keyof SettlementForm;
      this.setData({ [`form.${field}`]: detail.value, [`problems.${field}`]: '' });
    },
    onSubmit() {
      if (this.data.busy) return;
      const { form, rest } = this.data;
      const problems = settlementProblems(form, rest);
      this.setData({ problems });
      if (!hasProblems(problems)) this.triggerEvent('submit', settlementOf(form));
    },
    onClose() {
      if (!this.data.busy) this.triggerEvent('close');
    },
    /** After it was asked for: the next one is another one. */
    clear() {
      this.setData({ form: emptySettlement, problems: {} });
    },
  },
});
