import { forgetCollected } from './collected-bubbles';
import { forgetCopies } from './offline-copy';
import { forgetOnboardingLeft } from './onboarding-memory';

/** Whose the stored copies are. An account that was closed and begun anew has another uid on the same phone. */
const STORAGE_KEY = 'rider-met';

/** Forgets what the phone has stored of another rider. */
export function meetRider(uid: string): void {
  const met: unknown = wx.getStorageSync(STORAGE_KEY);
  if (met === uid) return;
  wx.setStorageSync(STORAGE_KEY, uid);
  if (met === '') return;
  forgetCopies();
  forgetCollected();
  forgetOnboardingLeft();
}
