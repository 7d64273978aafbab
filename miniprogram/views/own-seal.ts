import type { OwnMemory } from '../services/proof-memory';
import { beijingDay, dayText } from './beijing-time';

/** The seal beside the balance: what this phone's own check of the account came to last. */
export interface SealView {
  text: string;
  isBroken: boolean;
}

/** @param memory null before the first check */
export function viewSeal(memory: OwnMemory | null, nowMs: number): SealView {
  if (memory === null) return { text: '自证', isBroken: false };
  if (!memory.isSound) return { text: '核对没通过', isBroken: true };
  const checked = dayText(beijingDay(memory.checkedAtMs), beijingDay(nowMs));
  return { text: `已自证 · ${checked}`, isBroken: false };
}
