import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { beijingDay, dayText } from './beijing-time';

export type Binding = ProcedureOutput<'bindings.list'>['bindings'][number];

/** One card, by what the rider may know it by. */
export interface CardView {
  bindingId: string;
  /** `八维通 尾号 4821` */
  name: string;
  detail: string;
  removeLabel: string;
}

export const cardName = (partnerName: string, label: string): string => `${partnerName} 尾号 ${label}`;

export function viewCard({ bindingId, partnerName, label, boundAtMs }: Binding, nowMs: number): CardView {
  const name = cardName(partnerName, label);
  return {
    bindingId,
    name,
    detail: `${dayText(beijingDay(boundAtMs), beijingDay(nowMs))}绑定`,
    removeLabel: `解除绑定：${name}`,
  };
}

/** What a rider is told before a card is unbound. */
export const removalQuestion = (name: string): string =>
  `解除后，「${name}」之后的行程不再记到您的账户。已经入账的积分不变，以后可以再绑。`;

/** Of the cards those that were not there before: what a bind code has brought meanwhile. */
export const newCards = (before: readonly string[], now: readonly Binding[]): Binding[] =>
  now.filter(({ bindingId }) => !before.includes(bindingId));
