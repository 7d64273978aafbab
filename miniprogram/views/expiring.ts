import { thousands } from './amounts';
import type { Balance } from './balance';
import { beijingMonth, dayText, lastDayOf } from './beijing-time';

/** `减排 80、奖励 40`: what is there of the two. */
export function partsText(carbon: number, bonus: number): string {
  const parts = [carbon > 0 ? `减排 ${thousands(carbon)}` : '', bonus > 0 ? `奖励 ${thousands(bonus)}` : ''];
  return parts.filter(part => part !== '').join('、');
}

/** What becomes of credits that are not used in time, of those kinds that are there. */
function afterwardsText(carbon: number, bonus: number): string {
  const parts = [carbon > 0 ? '减排积分转入公共碳池' : '', bonus > 0 ? '奖励积分作废' : ''];
  return `到期后，${parts.filter(part => part !== '').join('，')}。`;
}

/** Up to which day credits of a month can be used, and what becomes of them then. */
export function expiringText(month: string, carbon: number, bonus: number): string {
  const lastDay = lastDayOf(month);
  return `${partsText(carbon, bonus)}，可以用到${dayText(lastDay, lastDay)} 24 点。${afterwardsText(carbon, bonus)}`;
}

/** `本月底到期 120`: what of the available credits ends with this month; empty when nothing does. */
export function expiringSoon({ carbon, bonus }: Balance, nowMs: number): string {
  const month = beijingMonth(nowMs);
  const amount = (carbon.availableByExpiry[month] ?? 0) + (bonus.availableByExpiry[month] ?? 0);
  return amount === 0 ? '' : `本月底到期 ${thousands(amount)}`;
}
