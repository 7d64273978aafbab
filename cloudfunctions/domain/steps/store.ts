import { collectionOf } from '../../platform';

/** A day's highest count so far, and what it has paid. */
export interface StepDay {
  day: string;
  steps: number;
  credits: number;
}

/** A rider's steps: one document, at most a month of days. */
export interface StepBook {
  /** The uid. */
  _id: string;
  /** Null after a withdrawal. */
  consent: { version: string; givenAtMs: number } | null;
  /** Oldest first; empty after a withdrawal. */
  days: StepDay[];
  /** Up to and with this day nothing is paid any more. */
  settledThroughDay: string | null;
  /** Of the last change; strictly growing, so that every change is a write that others conflict with. */
  changedAtMs: number;
}

export const stepBooks = collectionOf<StepBook>('step_books');
