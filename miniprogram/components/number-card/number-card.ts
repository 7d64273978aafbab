import { thousands } from '../../views/amounts';

const ROLL_MS = 700;
const digitsOf = (value: number) =>
  thousands(value)
    .split('')
    .map((sign, place) => ({ place, sign, isDigit: sign !== ',', shift: sign === ',' ? 0 : -Number(sign) }));

/**
 * The one number of a page, large, with what it consists of. With `rolling` the digits roll to their places once, by
 * style alone, and not where the system asks for reduced motion.
 */
Component({
  properties: {
    label: String,
    value: Number,
    unit: String,
    rolling: Boolean,
    /** The word for what a tap opens, such as `明细`. */
    more: String,
    /** Width of the green part of the bar in percent; below 0 there is no bar. */
    greenPercent: { type: Number, value: -1 },
    carbon: String,
    bonus: String,
    note: String,
    /** A word beside the label that leads to how the number was checked; emits `seal`. */
    seal: String,
    /** The check has found something wrong. */
    sealBroken: Boolean,
  },
  data: {
    text: '0',
    digits: [] as ReturnType<typeof digitsOf>,
    isRolling: false,
  },
  observers: {
    value(value: number) {
      const isRolling = this.data.rolling && value > 0;
      this.setData({ text: thousands(value), digits: isRolling ? digitsOf(value) : [], isRolling });
      if (isRolling) setTimeout(() => this.setData({ isRolling: false, digits: [] }), ROLL_MS);
    },
  },
  methods: {
    onSealTap() {
      this.triggerEvent('seal');
    },
    onTap() {
      this.triggerEvent('open');
    },
  },
});
