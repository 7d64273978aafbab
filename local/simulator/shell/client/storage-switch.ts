import { PersonStorage } from '../../wx/storage/person-storage';

const storageOf = (openid: string): PersonStorage => new PersonStorage(localStorage, openid);

/** A truth that a program keeps under a key, read and written as the program would. */
export const isSwitchedOn = (openid: string, key: string): boolean =>
  storageOf(openid).get(key)?.value === true;

export function switchStorage(openid: string, key: string, isOn: boolean): void {
  if (isOn) storageOf(openid).set(key, true);
  else storageOf(openid).remove(key);
}
