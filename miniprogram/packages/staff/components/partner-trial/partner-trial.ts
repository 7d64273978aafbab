import type { RequestCheckView, TrialView } from '../../views/partner-trial';
import { emptyRequest, type PastedRequest, problemsOfRequest } from '../../views/partner-trial';

/**
 * How far a partner has come in the sandbox, and a request of his looked at part by part. Emits `check` with the request
 * as it was pasted.
 */
Component({
  properties: {
    /** See views/partner-trial `TrialView`; null until it was read. */
    trial: { type: Object, value: {} as TrialView },
    /** What was found of the last request; null before. */
    checked: { type: Object, value: {} as RequestCheckView },
    mayCheck: Boolean,
    busy: Boolean,
    failure: String,
    failureCode: String,
  },
  data: { isOpen: false, request: emptyRequest, problems: {} as Record<string, string> },
  methods: {
    onOpen() {
      this.setData({ isOpen: !this.data.isOpen });
    },
    onField({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const field = currentTarget.dataset.field as keyof PastedRequest;
      const problems = Object.entries(this.data.problems).filter(([name]) => name !== field);
      this.setData({
        request: { ...this.data.request, [field]: detail.value },
        problems: Object.fromEntries(problems),
      });
    },
    onCheck() {
      const problems = problemsOfRequest(this.data.request);
      this.setData({ problems });
      if (Object.keys(problems).length === 0) this.triggerEvent('check', { request: this.data.request });
    },
  },
});
