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

/** Everything that this phone keeps of a person. */
export function forgetPerson(openid: string): void {
  const own = [`simulator:storage:${openid}:`, `simulator:permissions:${openid}`];
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
  for (const key of keys) if (own.some(prefix => key.startsWith(prefix))) localStorage.removeItem(key);
}
