import type { FailureView } from '../../../../views/failure';

const DIGITS = 6;

/** Tries a code; answers why it was not accepted, or null when it was. */
type Submit = (code: string) => Promise<FailureView | null>;

interface Asked {
  submit: Submit;
  settle: (isConfirmed: boolean) => void;
}

/** What is asked for at the moment, by sheet: a promise cannot lie in a component's data. */
const asked = new WeakMap<object, Asked>();

const placesOf = (code: string): string[] => Array.from({ length: DIGITS }, (_, index) => code[index] ?? '');

/** Asks for the six digits of the authenticator. Pages use it through `whenConfirmed`. */
Component({
  data: {
    isOpen: false,
    isBusy: false,
    code: '',
    places: placesOf(''),
    problem: '',
    problemCode: '',
  },
  lifetimes: {
    detached() {
      asked.get(this)?.settle(false);
    },
  },
  methods: {
    /** Resolves to whether a code was accepted; false when the person closed the sheet. */
    ask(submit: Submit): Promise<boolean> {
      asked.get(this)?.settle(false);
      this.setData({
        isOpen: true,
        isBusy: false,
        code: '',
        places: placesOf(''),
        problem: '',
        problemCode: '',
      });
      return new Promise(settle => {
        asked.set(this, { submit, settle });
      });
    },
    onInput({ detail }: WechatMiniprogram.Input) {
      // The field stays open for the next try: closed, it would take the keyboard away with it.
      if (this.data.isBusy) return;
      const code = detail.value.replace(/\D/g, '').slice(0, DIGITS);
      this.setData({ code, places: placesOf(code), problem: '', problemCode: '' });
      if (code.length === DIGITS) this.onSubmit();
    },
    async onSubmit() {
      const { code, isBusy } = this.data;
      const question = asked.get(this);
      if (isBusy || !question) return;
      if (code.length < DIGITS) return this.setData({ problem: '请输入 6 位数字' });
      this.setData({ isBusy: true });
      const failure = await question.submit(code);
      if (asked.get(this) !== question) return;
      if (failure === null) this.end(true);
      else {
        const { text: problem, code: problemCode } = failure;
        this.setData({ isBusy: false, code: '', places: placesOf(''), problem, problemCode });
      }
    },
    onClose() {
      this.end(false);
    },
    end(isConfirmed: boolean) {
      asked.get(this)?.settle(isConfirmed);
      asked.delete(this);
      this.setData({ isOpen: false, isBusy: false, code: '' });
    },
  },
});
