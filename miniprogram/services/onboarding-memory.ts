/** That this phone has led its person through the onboarding: who agrees to a newer guideline is not led again. */
const STORAGE_KEY = 'onboarding-left';

export const hasLeftOnboarding = (): boolean => wx.getStorageSync(STORAGE_KEY) === true;

export const rememberOnboardingLeft = (): void => wx.setStorageSync(STORAGE_KEY, true);

export const forgetOnboardingLeft = (): void => wx.removeStorageSync(STORAGE_KEY);
