import type { SimulatedPerson } from '../shell-settings';

const DRAWN = 'simulator:drawn';

/** A new openid for somebody who has never been here. */
export function drawOpenid({ openid }: SimulatedPerson): string {
  const drawn = `${openid}-${Math.random().toString(36).slice(2, 8).padEnd(6, '0')}`;
  localStorage.setItem(`${DRAWN}:${openid}`, drawn);
  return drawn;
}

/** The one who was drawn last, so that a newcomer who has begun can go on. */
export function openidOf(person: SimulatedPerson): string {
  if (!person.isDrawn) return person.openid;
  return localStorage.getItem(`${DRAWN}:${person.openid}`) ?? drawOpenid(person);
}

/** Whether that openid is this person, or somebody who was drawn as one. */
export const isPerson = (person: SimulatedPerson, openid: string): boolean =>
  openid === person.openid || (person.isDrawn && openid.startsWith(`${person.openid}-`));

const WORLD = 'simulator:world';

/**
 * Nobody's phone remembers a city that has been made anew since: it would take the new one's history for a forged one.
 * @param world names the data behind the program; empty where nobody knows
 */
export function enterWorld(world: string): void {
  const known = localStorage.getItem(WORLD);
  if (world === '' || world === known) return;
  if (known !== null) forgetAll(['simulator:storage:', 'simulator:permissions:']);
  localStorage.setItem(WORLD, world);
}

/** Everything that this phone keeps of a person. */
export const forgetPerson = (openid: string): void =>
  forgetAll([`simulator:storage:${openid}:`, `simulator:permissions:${openid}`]);

function forgetAll(own: readonly string[]): void {
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
  for (const key of keys) if (own.some(prefix => key.startsWith(prefix))) localStorage.removeItem(key);
}
