import { dayText } from '../../../views/beijing-time';
import type { Review } from '../services/team';

export interface ReviewCard {
  staffId: string;
  name: string;
  roles: string;
  /** Not used for 90 days, with the last day where there is one. */
  unused: { permission: string; label: string; note: string }[];
  used: string;
  /** What was decided this quarter; empty until then. */
  decided: string;
  note: string;
}

const decisions = { keep: '保留', reduce: '需要收回' } as const;

export function viewReview({ members }: Review, today: string): ReviewCard[] {
  return members.map(({ staffId, name, roles, permissions, decision, note }) => {
    const unused = permissions
      .filter(one => one.unused)
      .map(({ permission, label, lastUsedDay }) => ({
        permission,
        label,
        note: lastUsedDay === null ? '从没用过' : `${dayText(lastUsedDay, today)}用过`,
      }));
    return {
      staffId,
      name,
      roles: roles.map(role => role.name).join('、') || '没有角色',
      unused,
      used: `在用 ${permissions.length - unused.length} 项`,
      decided: decision === null ? '' : decisions[decision],
      note: note ?? '',
    };
  });
}

/** How far the quarter's check has come. */
export const reviewProgress = (cards: readonly ReviewCard[]): string =>
  `已检查 ${cards.filter(({ decided }) => decided !== '').length} / ${cards.length} 人`;
