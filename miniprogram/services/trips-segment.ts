/** Which trips the tab of trips shows first: those that a partner signed, or those that the rider told of. */
export type TripsSegment = 'signed' | 'own';

let asked: TripsSegment | null = null;

/** Has the tab begin with these when it is shown next: a tab takes no query. */
export function askForTrips(segment: TripsSegment): void {
  asked = segment;
}

/** What was asked for since the last look; null without. */
export function takeAskedTrips(): TripsSegment | null {
  const taken = asked;
  asked = null;
  return taken;
}
