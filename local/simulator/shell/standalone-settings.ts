import type { ShellSettings } from './shell-settings';

/**
 * For a mini-program that nobody here knows: people are openids, and there is no operator.
 * @param title name of the program
 */
export function standaloneSettings(title: string, hasCloud: boolean): ShellSettings {
  const person = { isDrawn: false, unavailable: '', page: '' };
  return {
    title,
    people: [
      { ...person, openid: 'newcomer', name: '新来的人', description: '每点一次换一位', isDrawn: true },
      { ...person, openid: 'rider-one', name: '第一个人', description: 'rider-one' },
      { ...person, openid: 'rider-two', name: '第二个人', description: 'rider-two' },
    ],
    team: [],
    storageSwitches: [],
    hasCloud,
    world: '',
    hasOperator: false,
  };
}
