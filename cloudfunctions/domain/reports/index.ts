/**
 * Reports: trips that riders declare with a screenshot.
 *
 * 1. A report pays nothing by itself: a person approves it, and `own-trips` judges and pays, as bonus, once.
 * 2. The picture is drawn anew from its points; what the phone sent is deleted, also when no report ever names it.
 * 3. Nobody sees a picture that WeChat has not passed. An answer counts once, however often and early it comes.
 * 4. The same picture pays once, of any rider, also compressed or scaled; what is only alike is shown to the reviewer.
 * 5. A refusal by a person can be appealed once, within a week, and another person decides; nobody decides his own.
 * 6. Pictures are deleted fourteen days after the decision; at once where they were refused by WeChat or withdrawn.
 * 7. A request is one report: its id follows from rider and request, and the own trip has the same one.
 */
export { type BegunUpload, beginUpload } from './begin-upload';
export { appealReport, withdrawReport } from './change-report';
export { type Decided, decideReportWithin, hindranceOf, type ReportDecision } from './decide-report';
export { countQueues, listQueue } from './list-queue';
export { methodologyOf } from './methodology';
export { openCase, type ReportCase } from './open-case';
export { personalParts } from './personal-parts';
export { purges } from './purges';
export { listReports, readReport } from './read-reports';
export { readTerms } from './read-terms';
export { kilometresAnHour } from './rules';
export { type PictureAnswer, settlePictureCheck } from './settle-check';
export type { PictureVerdict, Report } from './store';
export { type Submission, submitReport } from './submit-report';
export { tendReports } from './tend-reports';
export { shownClaim } from './view';
