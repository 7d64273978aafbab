import type { milestonesProcedures } from '../../../contract/milestones';
import { readMilestones } from '../../../domain/milestones';
import type { HandlersOf } from '../handler';

export const milestonesHandlers: HandlersOf<typeof milestonesProcedures> = {
  'milestones.read': { access: 'rider', run: ({ platform, uid }) => readMilestones(platform, uid) },
};
