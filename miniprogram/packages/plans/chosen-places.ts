import type { Place } from './services/plans';

/** Which end of the trip a place is chosen for. */
export type End = 'from' | 'to';

export interface ChosenPlaces {
  from: Place | null;
  to: Place | null;
}

/** Between the page that asks for a place and the one that chooses it; gone with the app, as places are sensitive. */
let chosen: ChosenPlaces = { from: null, to: null };

export const chosenPlaces = (): ChosenPlaces => chosen;

export function choosePlace(end: End, place: Place): void {
  chosen = { ...chosen, [end]: place };
}

export function swapPlaces(): void {
  chosen = { from: chosen.to, to: chosen.from };
}

export function clearPlaces(): void {
  chosen = { from: null, to: null };
}
