import { compareHash, type DayView } from '../../views/partners';

/** What we have of a partner's day, and whether his own digest is the same. Emits `read` with `day`, and `copy`. */
Component({
  properties: {
    /** The day to be read. */
    day: String,
    today: String,
    busy: Boolean,
    failure: String,
    failureCode: String,
    /** See views/partners `DayView`; null until it was read. */
    found: { type: Object, value: {} },
  },
  data: { theirs: '', verdict: '' as ReturnType<typeof compareHash> },
  observers: {
    found() {
      this.compare(this.data.theirs);
    },
  },
  methods: {
    onDay({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('read', { day: detail.value });
    },
    onRetry() {
      this.triggerEvent('read', { day: this.data.day });
    },
    onTheirs({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.compare(detail.value);
    },
    compare(theirs: string) {
      const found = this.data.found as DayView | null;
      this.setData({ theirs, verdict: found?.hash ? compareHash(found.hash, theirs) : '' });
    },
    onCopy() {
      this.triggerEvent('copy');
    },
  },
});
