import { reasonProblem } from '../../views/staff-failure';

/**
 * The last look before an approval is asked for: what would change, from when, and why. Emits `submit` with `reason` and
 * `startDay`, and `close`. What was written stays until the next time it is opened for something else.
 */
Component({
  properties: {
    open: Boolean,
    heading: String,
    /** What comes of it, in one sentence. */
    note: String,
    /** `label`, `before` and `after`. */
    differences: { type: Array, value: [] },
    /** Whether a day to begin can be chosen, and the first one that can be. */
    withStart: Boolean,
    firstDay: String,
    busy: Boolean,
    failure: String,
    failureCode: String,
  },
  data: { reason: '', startDay: '', problem: '' },
  methods: {
    onReason({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ reason: detail.value, problem: '' });
    },
    onStart({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ startDay: detail.value });
    },
    onSubmit() {
      if (this.data.busy) return;
      const { startDay } = this.data;
      const reason = this.data.reason.trim();
      const problem = reasonProblem(reason);
      this.setData({ problem });
      if (problem === '') this.triggerEvent('submit', { reason, startDay });
    },
    onClose() {
      if (!this.data.busy) this.triggerEvent('close');
    },
    /** After it was asked for: the next request is another one. */
    clear() {
      this.setData({ reason: '', startDay: '', problem: '' });
    },
  },
});
