import {
  disableIdle,
  disableMember,
  enableMember,
  enterDesk,
  handOver,
  readTodos,
  recordLeave,
  recordReview,
  recordUse,
  removeMember,
  reviewTeam,
} from '../../../../cloudfunctions/domain/staff';
import { codesOf } from '../../../support/codes-of';
import { DAY_MS, type Person, START_MS, step, type TestTeam } from './team';

/** What happens to an account from its opening to its removal. */
export function accountsCases(team: () => TestTeam): void {
  const stateOf = async (person: Person) => (await team().member(person)).state;
  const enter = (openid: string) => enterDesk(team().platform, { openid });

  describe('an account', () => {
    let admin: Person;
    let boss: Person;
    let ann: Person;
    beforeEach(async () => {
      admin = await team().hire('admin', ['account-admin']);
      boss = await team().hire('boss', ['director', 'office']);
      ann = await team().hire('ann', ['user-ops'], boss);
      await team().confirm(admin);
    });

    const disable = (person: Person) =>
      team().does(admin, 'staff.suspend', disableMember, { staffId: person.staffId, reason: '调查' });
    const remove = (person: Person) =>
      team().does(admin, 'staff.remove', removeMember, { staffId: person.staffId, reason: '离职' });

    test('is disabled after thirty full days without use, at the first millisecond of the next', async () => {
      team().nowMs = START_MS + DAY_MS;
      for (const { staffId } of [admin, boss]) {
        await recordUse(team().platform, { staffId, permission: 'desk.use' });
      }
      team().nowMs = Date.parse('2027-02-04T00:00:00+08:00') - 1;
      await disableIdle.step(team().platform, step);
      expect(await stateOf(ann)).toBe('active');
      team().nowMs += 1;
      await disableIdle.step(team().platform, step);
      expect(await Promise.all([ann, boss, admin].map(stateOf))).toEqual(['disabled', 'active', 'active']);
      expect(await team().denial(ann, 'desk.use')).toBe('STAFF_RESTING');
      expect(await team().audited('staff.disableIdle', { target: `staff:${ann.staffId}` })).toMatchObject({
        actorId: 'system',
      });
    });

    test('on leave may nothing, and comes back with its roles by somebody else who says why', async () => {
      const staffId = ann.staffId;
      const leave = (untilDay: string) =>
        team().does(admin, 'staff.suspend', recordLeave, { staffId, untilDay, reason: '产假' });
      expect(await codesOf([leave('2027-01-03'), leave('2027-02-30')])).toEqual([
        'INVALID_INPUT',
        'INVALID_INPUT',
      ]);
      await leave('2027-04-01');
      expect(await enter(ann.openid)).toMatchObject({
        state: 'on-leave',
        stateReason: '请假至 2027-04-01：产假',
        member: { permissions: [], roles: [{ roleId: 'user-ops' }] },
      });
      expect((await team().team()).grants).not.toHaveProperty(staffId);
      team().nowMs += 1;
      const enable = { staffId, reason: '已返岗' };
      await team().does(admin, 'staff.enable', enableMember, enable);
      expect(await team().denial(ann, 'riders.read')).toBeNull();
      expect(await team().audited('staff.enable', { target: `staff:${staffId}` })).toMatchObject({
        reason: '已返岗',
        actorId: admin.staffId,
      });
      const { reminders } = await readTodos(team().platform, { staffId: boss.staffId, permissions: [] });
      expect(reminders.map(({ title }) => title)).toEqual([
        'ann：账号已恢复',
        'ann：已登记请假至 2027-04-01，账号暂停使用',
      ]);
    });

    test('is never changed by its own person', async () => {
      expect(await codesOf([disable(admin), remove(admin)])).toEqual(['OWN_REQUEST', 'OWN_REQUEST']);
    });

    test('is removed only after everything open is handed over', async () => {
      const { applicationId } = await team().apply('o-new', ann, ['content']);
      const bob = await team().hire('bob', ['content'], ann);
      expect(await codesOf([remove(ann)])).toEqual(['OPEN_ITEMS']);
      const handed = { staffId: ann.staffId, successorId: bob.staffId, reason: '离职' };
      expect(await team().does(admin, 'staff.remove', handOver, handed)).toEqual({
        approvals: 1,
        reports: 1,
      });
      expect((await team().lastApproval()).steps[0]?.personId).toBe(bob.staffId);
      expect((await team().member(bob)).superiorId).toBe(boss.staffId);
      expect(await codesOf([remove(ann)])).toEqual(['ok']);
      expect(await team().member(ann)).toMatchObject({ state: 'removed', oneTimeCode: null });
      expect(await team().denial(ann, 'desk.use')).toBe('NOT_STAFF');
      expect(await codesOf([disable(ann), remove(ann)])).toEqual(['NOT_FOUND', 'NOT_FOUND']);
      expect((await team().decide(bob, 'approve')).steps[0]?.state).toBe('approved');
      expect(applicationId).toBeTruthy();
    }, 240_000);

    test('cannot be removed while an application names it as the superior at the same moment', async () => {
      const codes = await codesOf([remove(ann), team().apply('o-new', ann, ['content'])]);
      expect([
        ['ok', 'INVALID_INPUT'],
        ['OPEN_ITEMS', 'ok'],
      ]).toContainEqual(codes);
    });
  });

  describe('the quarterly check', () => {
    test('shows what nobody has used for ninety days, and is due until everybody else is checked', async () => {
      const admin = await team().hire('admin', ['account-admin']);
      const ann = await team().hire('ann', ['activity']);
      const due = () =>
        readTodos(team().platform, { staffId: admin.staffId, permissions: ['staff.review'] }).then(
          ({ reviewDue }) => reviewDue,
        );
      team().nowMs += 2 * DAY_MS;
      await recordUse(team().platform, { staffId: ann.staffId, permission: 'desk.use' });
      const usedOf = async () => {
        const { quarter, members } = await reviewTeam(team().platform);
        const { permissions } = members.find(({ staffId }) => staffId === ann.staffId)!;
        return { quarter, unused: permissions.filter(({ unused }) => unused).map(held => held.permission) };
      };
      team().nowMs = START_MS + 90 * DAY_MS;
      expect(await usedOf()).toEqual({ quarter: '2027-Q2', unused: [] });
      team().nowMs += DAY_MS;
      expect(await usedOf()).toMatchObject({ unused: ['parameters.read'] });
      expect(await due()).toBe('2027-Q2');
      const review = { staffId: ann.staffId, decision: 'reduce' as const, note: '不再需要' };
      const record = (quarter: string) =>
        team().does(admin, 'staff.review', recordReview, { ...review, quarter });
      expect(await codesOf([record('2027-Q1')])).toEqual(['INVALID_INPUT']);
      await record('2027-Q2');
      expect(await due()).toBeNull();
      expect((await reviewTeam(team().platform)).members.find(m => m.name === 'ann')).toMatchObject({
        decision: 'reduce',
      });
    });
  });
}
