import { comparisonText } from './comparison';
import { exampleTrip } from './example-trip';

export type OnboardingStep = 'value' | 'verified' | 'bind';

/** One of three short steps; the first says what there is to gain. */
export interface OnboardingStepView {
  step: OnboardingStep;
  title: string;
  sentence: string;
  /** Label of the one button that goes on. */
  next: string;
}

export const onboardingSteps: readonly OnboardingStepView[] = [
  {
    step: 'value',
    title: '少排 1 克，得 1 分',
    sentence: '坐一趟地铁少排多少克二氧化碳，就得多少个碳积分。',
    next: '知道了，继续',
  },
  {
    step: 'verified',
    title: '每一克都有出处',
    sentence: '行程由运营方签名，系数公开，结果可以在您手机上重新算一遍。',
    next: '明白了，继续',
  },
  {
    step: 'bind',
    title: '绑上乘车卡就开始',
    sentence: '绑一次，之后照常进出站，积分自己到账。',
    next: '绑定我的乘车卡',
  },
];

/** The ride that shows what a trip is worth. */
export const onboardingExample = exampleTrip;

/** What that ride's grams compare with; the source stands below it. */
export const exampleComparison = comparisonText(exampleTrip().grams);
export { comparisonSource } from './comparison';

/** What happens to a ride on its way to credits. */
export const verificationStops: readonly { name: string; explanation: string }[] = [
  { name: '乘车', explanation: '像平时一样进站、出站。' },
  { name: '核验', explanation: '运营方为每趟行程签名，同一趟只算一次。' },
  { name: '入账', explanation: '按公开系数算出克数，记进账本，向下取整。' },
];
