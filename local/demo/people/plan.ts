import * as z from 'zod';
import { Phone, PhoneError } from './phone';

/** A trip of the next day that a rider plans on the evening before. */
export interface TripPlan {
  openid: string;
  from: string;
  to: string;
  /** The Beijing day that it is for: the same request when the step is done again. */
  day: string;
}

/** Two stations next to each other, and a day that has its plans already, are no accident of the demo. */
const declining = ['PLAN_UNFIT', 'PLAN_LIMIT'];

/** A rider plans to take the metro tomorrow. May be repeated. */
export async function plan(url: string, { openid, from, to, day }: TripPlan): Promise<void> {
  const input = { from: { station: from }, to: { station: to }, mode: 'metro', when: 'tomorrow' };
  try {
    await new Phone(url, openid).call(z.unknown(), 'plans.keep', input, `${openid}-plan-${day}`);
  } catch (error) {
    if (!(error instanceof PhoneError && declining.includes(error.code))) throw error;
  }
}
