import type { StaffDesk } from './staff-desk';

/** Something that members of the team do at one time of the month. */
export interface Scene {
  /** Never used twice. */
  name: string;
  /** Of the month, from 0. */
  day: number;
  /** `HH:MM` in Beijing. */
  time: string;
  play(desk: StaffDesk): Promise<void>;
}
