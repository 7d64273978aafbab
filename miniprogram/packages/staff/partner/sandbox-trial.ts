import { serviceErrorOf } from '../../../services/service-error';
import { checkRequest, readTrial } from '../services/partners';
import {
  type PastedRequest,
  type RequestCheckView,
  requestOf,
  type TrialView,
  viewChecked,
  viewTrial,
} from '../views/partner-trial';
import { viewStaffFailure } from '../views/staff-failure';

/** What the page shows of the sandbox; null while it has not been read, or the partner is not in it. */
export interface SandboxTrial {
  trial: TrialView | null;
  checked: RequestCheckView | null;
  isChecking: boolean;
  checkFailure: { text: string; code: string };
}

export const noTrial: SandboxTrial = {
  trial: null,
  checked: null,
  isChecking: false,
  checkFailure: { text: '', code: '' },
};

/** How far the partner has come. It is an extra: without it the page is whole, so no failure is shown. */
export async function readSandbox(partnerId: string): Promise<Partial<SandboxTrial>> {
  const trial = await readTrial(partnerId).catch(() => null);
  return trial ? { trial: viewTrial(trial, Date.now()) } : {};
}

/** What is wrong with a request that was pasted. */
export async function checkPasted(partnerId: string, pasted: PastedRequest): Promise<Partial<SandboxTrial>> {
  try {
    const checked = await checkRequest(requestOf(partnerId, pasted));
    return { checked: viewChecked(checked), isChecking: false };
  } catch (error) {
    return { checkFailure: viewStaffFailure(serviceErrorOf(error), Date.now()), isChecking: false };
  }
}
