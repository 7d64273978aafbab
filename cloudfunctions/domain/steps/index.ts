/**
 * Steps: bonus for walking, as WeChat counts it.
 *
 * 1. Only what WeChat itself has opened to the server counts; what a phone says about steps is never looked at.
 * 2. Steps are a bonus, never carbon: nobody has signed them, and nothing says what they replaced.
 * 3. A day's credits follow from its highest count, so no step is paid twice, and none that was paid is taken back.
 *    Nor for an account that the same person had before: a new book begins with the day on which that one ended.
 * 4. Steps are read only after an agreement of their own, by people of fourteen and more, that can be withdrawn at any
 *    time; withdrawing deletes the counts and settles the days up to then for good.
 * 5. The agreement ends with the one to the guideline.
 * 6. A rider's book, the entry and the answer are written together.
 */
export { giveStepsConsent, type StepsConsent } from './give-consent';
export { methodologyOf } from './methodology';
export { mostCreditsOf, readStepBooks } from './most-credits';
export { personalParts } from './personal-parts';
export { readSteps, type StepsView } from './steps-view';
export { type PaidSteps, syncSteps } from './sync-steps';
export { forgetSteps, withdrawStepsConsent } from './withdraw-consent';
