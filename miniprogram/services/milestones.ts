import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { type Copy, keepCopy } from './offline-copy';
import { call } from './rpc';

export type Milestones = ProcedureOutput<'milestones.read'>;

export const readMilestones = (): Promise<Copy<Milestones>> =>
  keepCopy('milestones', () => call('milestones.read', {}));
