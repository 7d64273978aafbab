import { changeOfFund, type FundForm, formOfFund, fundKinds, fundProblems } from '../../views/funds';
import { type FieldProblems, hasProblems } from '../../views/staff-failure';

/** Asks for a fund, or for another state of one. Emits `submit` with what the procedure takes, and `close`. */
Component({
  properties: {
    open: Boolean,
    /** What it begins with: the fund as it is, or an empty form. What was written stays while it is the same object. */
    form: { type: Object, value: formOfFund(null, 0) },
    isNew: Boolean,
    busy: Boolean,
    failure: String,
    failureCode: String,
  },
  data: { typed: formOfFund(null, 0), problems: {} as FieldProblems, kinds: fundKinds },
  observers: {
    form(form: FundForm) {
      this.setData({ typed: form, problems: {} });
    },
  },
  methods: {
    onText({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const field = currentTarget.dataset.field as keyof FundForm;
      this.setData({ [`typed.${field}`]: detail.value, [`problems.${field}`]: '' });
    },
    onKind({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.setData({ 'typed.kind': detail.key });
    },
    onReceiver({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.setData({ 'typed.hasOrganisation': detail.key === 'organisation' });
    },
    onState({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.setData({ 'typed.isOpen': detail.key === 'open' });
    },
    onSubmit() {
      if (this.data.busy) return;
      const problems = fundProblems(this.data.typed);
      this.setData({ problems });
      if (!hasProblems(problems)) this.triggerEvent('submit', changeOfFund(this.data.typed));
    },
    onClose() {
      if (!this.data.busy) this.triggerEvent('close');
    },
  },
});
