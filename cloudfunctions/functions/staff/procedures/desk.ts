import type { deskProcedures } from '../../../contract/staff/desk';
import type { StaffOutput } from '../../../contract/staff/procedures';
import { countOpenAlarms } from '../../../domain/alarms';
import { readPayingOut } from '../../../domain/ledger';
import { countQueues } from '../../../domain/reports';
import {
  activateCode,
  apply,
  beginCode,
  claimTeam,
  confirmCode,
  enterDesk,
  findSuperiors,
  readTodos,
  requestElevation,
  settled,
  showCodeOnce,
  withdrawApplication,
} from '../../../domain/staff';
import type { Platform } from '../../../platform';
import { type HandlersOf, inSteps, type MemberCall } from '../handler';
import { countMine } from './approvals';

type CallOf<Name extends keyof typeof deskProcedures> = MemberCall<(typeof deskProcedures)[Name]>;

/** What stops everybody's work until somebody looks at it. Two database calls side by side. */
async function readLedgerState(platform: Platform): Promise<StaffOutput<'desk.todos'>['ledger']> {
  const [openAlarms, { payingOut }] = await Promise.all([countOpenAlarms(platform), readPayingOut(platform)]);
  return { openAlarms, isPaying: payingOut };
}

export const deskHandlers: HandlersOf<typeof deskProcedures> = {
  'desk.enter': {
    access: 'visitor',
    read: ({ platform, openid }) => enterDesk(platform, { openid }),
  },
  'desk.claim': {
    access: 'visitor',
    write: (transaction, { platform, openid, requestId, input }) =>
      claimTeam(transaction, platform, { ...input, openid, requestId }),
  },
  'desk.superiors': {
    access: 'visitor',
    read: ({ platform, input }) => findSuperiors(platform, input),
  },
  'desk.apply': {
    access: 'visitor',
    write: (transaction, { platform, openid, requestId, input }) =>
      apply(transaction, platform, { ...input, openid, requestId }),
  },
  'desk.withdrawApplication': {
    access: 'visitor',
    write: (transaction, { platform, openid, requestId, input }) =>
      withdrawApplication(transaction, platform, { ...input, openid, requestId }),
  },
  'desk.beginCode': {
    access: 'member',
    asksAgain: true,
    ...inSteps(
      (transaction, { platform, actor }: CallOf<'desk.beginCode'>) =>
        beginCode(transaction, platform, { actor }),
      ({ platform }, begun) => showCodeOnce(platform, begun),
    ),
  },
  'desk.activateCode': {
    access: 'member',
    asksAgain: true,
    ...inSteps(
      (transaction, { platform, actor, input }: CallOf<'desk.activateCode'>) =>
        activateCode(transaction, platform, { ...input, actor }),
      async (_call, outcome) => settled(outcome),
    ),
  },
  'desk.confirmCode': {
    access: 'member',
    asksAgain: true,
    ...inSteps(
      (transaction, { platform, actor, input }: CallOf<'desk.confirmCode'>) =>
        confirmCode(transaction, platform, { ...input, actor }),
      async (_call, outcome) => settled(outcome),
    ),
  },
  'desk.todos': {
    access: 'member',
    read: async call => {
      const { platform, actor, permissions } = call;
      const [team, approvals, ledger, queues] = await Promise.all([
        readTodos(platform, { staffId: actor.staffId, permissions }),
        countMine(call),
        permissions.includes('alarms.read') ? readLedgerState(platform) : null,
        permissions.includes('reports.review') ? countQueues(platform) : { first: 0, appeal: 0 },
      ]);
      return { ...team, ...approvals, ledger, reportsWaiting: queues.first + queues.appeal };
    },
  },
  'desk.requestElevation': {
    access: 'member',
    write: (transaction, { platform, actor, input }) =>
      requestElevation(transaction, platform, { ...input, actor }),
  },
};
