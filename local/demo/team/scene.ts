import type { StaffDesk } from './staff-desk';

/** Something that members of the team do at one time of the month. */
export interface Scene {
  /** Never used twice. */
  name: string;
  /** Of the month, from 0. */
  day: number;
  /** `HH:MM` in Beijing. */
  time: string;
  /** `atMs` is the scene's own instant: the clock stands later when an interrupted scene is played again. */
  play(desk: StaffDesk, atMs: number): Promise<void>;
}
