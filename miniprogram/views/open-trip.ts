import { clockText } from './beijing-time';

/** The trip by station codes that is still to be ended, in a line; empty without one. */
export const ridingText = (trip: { station: string; enteredAtMs: number } | null): string =>
  trip === null ? '' : `${trip.station} ${clockText(trip.enteredAtMs)} 进站，到站后扫码出站。`;
