import { isDatabaseError, type Platform } from '../../platform';
import { beijingDay } from '../../platform/beijing-time';
import { type OnboardingAction, type OnboardingStep, onboardingMarks } from './store';

/**
 * Marks that a rider saw, skipped or did a step of the onboarding. The first time counts: the mark's id is the rider,
 * step and action, so a repeat finds it there and changes nothing. One database call. No error codes of its own.
 */
export async function recordOnboarding(
  platform: Platform,
  { uid, step, action }: { uid: string; step: OnboardingStep; action: OnboardingAction },
): Promise<Record<string, never>> {
  const atMs = platform.nowMs();
  const mark = { _id: `${uid}:${step}:${action}`, uid, step, action, day: beijingDay(atMs), atMs };
  try {
    await platform.database.add(onboardingMarks, mark);
  } catch (error) {
    if (!isDatabaseError(error, 'duplicate')) throw error;
  }
  return {};
}
