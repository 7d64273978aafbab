import { type AuditQuestion, everything, questionProblem } from '../../views/audit-filter';
import { actionChoices } from '../../views/audit-words';

/** What to look for in the audit log: person, action, target, days. Emits `search` with `question`, and `close`. */
Component({
  properties: {
    open: Boolean,
    /** What is searched for now. */
    question: { type: Object, value: everything },
    /** `key` and `name` of who can be chosen. */
    people: { type: Array, value: [] },
    today: String,
  },
  data: { draft: everything, problem: '', actions: [{ key: '', name: '全部操作' }, ...actionChoices] },
  observers: {
    open(isOpen: boolean) {
      if (isOpen) this.setData({ draft: this.data.question as AuditQuestion, problem: '' });
    },
  },
  methods: {
    onText({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ [`draft.${currentTarget.dataset.field as string}`]: detail.value, problem: '' });
    },
    onPress() {
      const { draft } = this.data;
      const problem = questionProblem(draft);
      this.setData({ problem });
      if (problem === '') this.triggerEvent('search', { question: draft });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
