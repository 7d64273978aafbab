import { modeNames } from '../../../miniprogram/words/modes';
import type { Mode } from './factor-set';

/** Every way of travel that a factor may exist for, as staff and riders call it, in the order in which it is listed. */
export const modeLabels: Readonly<Record<Mode, string>> = modeNames;

export const modes = Object.keys(modeLabels) as readonly Mode[];

export const isMode = (text: string): text is Mode => Object.hasOwn(modeLabels, text);
