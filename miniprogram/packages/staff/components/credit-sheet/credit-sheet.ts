import { amountProblem, creditOccasions } from '../../views/books';
import { reasonProblem } from '../../views/staff-failure';

const nothing = { amount: '', occasion: '', reason: '' };
const noProblems = { amount: '', occasion: '', reason: '' };

/** Asks for bonus for a rider. Emits `submit` with `amount`, `occasion` and `reason`, and `close`. What was written stays. */
Component({
  properties: {
    open: Boolean,
    /** Whom it is for. */
    rider: String,
    busy: Boolean,
    failure: String,
    failureCode: String,
  },
  data: { ...nothing, problems: noProblems, occasions: creditOccasions },
  methods: {
    onAmount({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ amount: detail.value, 'problems.amount': '' });
    },
    onOccasion({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.setData({ occasion: detail.key, 'problems.occasion': '' });
    },
    onReason({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ reason: detail.value, 'problems.reason': '' });
    },
    onSubmit() {
      if (this.data.busy) return;
      const { amount, occasion, reason } = this.data;
      const problems = {
        amount: amountProblem(amount),
        occasion: occasion === '' ? '请选择会员看到的说明' : '',
        reason: reasonProblem(reason),
      };
      this.setData({ problems });
      if (Object.values(problems).some(problem => problem !== '')) return;
      this.triggerEvent('submit', { amount: Number(amount.trim()), occasion, reason: reason.trim() });
    },
    onClose() {
      if (!this.data.busy) this.triggerEvent('close');
    },
    /** After it was asked for: the next one is another one. */
    clear() {
      this.setData({ ...nothing, problems: noProblems });
    },
  },
});
