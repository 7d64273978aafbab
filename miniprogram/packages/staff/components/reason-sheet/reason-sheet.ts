import { reasonProblem } from '../../views/staff-failure';

/**
 * Asks for the words that go with an action. Emits `submit` with `text`, and `close`. What was written stays until
 * `open` turns false, so that nothing is lost when the action fails.
 */
Component({
  properties: {
    open: Boolean,
    heading: String,
    /** What comes of it, in one sentence. */
    note: String,
    label: { type: String, value: '原因' },
    placeholder: String,
    /** The words may be missing. */
    optional: Boolean,
    confirm: { type: String, value: '提交' },
    /** Of the button that confirms, see big-button. */
    kind: { type: String, value: 'primary' },
    busy: Boolean,
    /** Why it could not be done. */
    failure: String,
    failureCode: String,
  },
  data: { text: '', problem: '' },
  observers: {
    open(isOpen: boolean) {
      if (isOpen) this.setData({ text: '', problem: '' });
    },
  },
  methods: {
    onChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ text: detail.value, problem: '' });
    },
    onSubmit() {
      if (this.data.busy) return;
      const text = this.data.text.trim();
      const problem = this.data.optional && text === '' ? '' : reasonProblem(text);
      this.setData({ problem });
      if (problem === '') this.triggerEvent('submit', { text });
    },
    onClose() {
      if (!this.data.busy) this.triggerEvent('close');
    },
  },
});
