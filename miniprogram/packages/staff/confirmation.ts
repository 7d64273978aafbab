import { ServiceError, serviceErrorOf } from '../../services/service-error';
import type { FailureView } from '../../views/failure';
import { confirmCode } from './services/desk';
import { viewStaffFailure } from './views/staff-failure';

/** A page, or a component of one, whose template has `<confirm-code id="confirm-code" />`. */
interface Confirming {
  selectComponent(selector: string): unknown;
}

/** What `components/confirm-code` offers to pages. */
interface ConfirmSheet {
  ask(submit: (code: string) => Promise<FailureView | null>): Promise<boolean>;
}

/** What everybody mistypes now and then needs no code for the support. */
const ordinary: ReadonlySet<string> = new Set(['ONE_TIME_CODE_WRONG', 'ONE_TIME_CODE_LOCKED']);

async function submitCode(code: string): Promise<FailureView | null> {
  try {
    await confirmCode(code);
    return null;
  } catch (error) {
    const failure = serviceErrorOf(error);
    const view = viewStaffFailure(failure, Date.now());
    return ordinary.has(failure.code) ? { ...view, code: '' } : view;
  }
}

/**
 * Does the work; where the server asks for a one-time code first, asks the person by the page's sheet and does the work
 * again. Who closes the sheet gets the error that the server gave. Throws `ServiceError`.
 */
export async function whenConfirmed<Output>(page: Confirming, work: () => Promise<Output>): Promise<Output> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'CONFIRMATION_REQUIRED') throw error;
    const sheet = page.selectComponent('#confirm-code') as ConfirmSheet;
    if (!(await sheet.ask(submitCode))) throw error;
    return work();
  }
}
