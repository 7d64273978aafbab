import type { ProcedureOutput } from '../../../../cloudfunctions/contract/procedures';
import { type Copy, keepCopy } from '../../../services/offline-copy';
import { call } from '../../../services/rpc';

export type Milestones = ProcedureOutput<'milestones.read'>;

export const readMilestones = (): Promise<Copy<Milestones>> =>
  keepCopy('milestones', () => call('milestones.read', {}));
