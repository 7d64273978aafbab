import type { Permission } from '../../../../cloudfunctions/contract/permissions';
import {
  disableMember,
  handOver,
  openAccount,
  removeMember,
  requestElevation,
  requestGrant,
  requestRoleChange,
} from '../../../../cloudfunctions/domain/staff';
import { codesOf } from '../../../support/codes-of';
import { CLAIM_CODE, DAY_MS, type Person, type TestTeam } from './team';

/** What somebody would try who wants more than he may. */
export function attacksCases(team: () => TestTeam): void {
  const elevate = (person: Person, permissions: Permission[]) =>
    team().does(person, 'desk.use', requestElevation, { permissions, reason: '代班' });

  describe('somebody with a new account', () => {
    test('does not decide what he asked for under the old one', async () => {
      const [boss, admin] = [
        await team().hire('boss', ['director']),
        await team().hire('admin', ['account-admin']),
      ];
      const eve = await team().hire('eve', ['office']);
      const bob = await team().hire('bob', ['office']);
      await team().confirm(eve);
      await elevate(eve, ['audit.read']);
      const asked = await team().lastApproval();
      await team().confirm(admin);
      const leaving = { staffId: eve.staffId, reason: '离职' };
      await team().does(admin, 'staff.remove', handOver, { ...leaving, successorId: admin.staffId });
      await team().does(admin, 'staff.remove', removeMember, leaving);
      const again = await team().join(eve.openid, ['office'], [boss, bob, admin], admin);
      await team().confirm(again);
      expect(await codesOf([team().decideConfirmed(again, 'approve', asked._id)])).toEqual(['OWN_REQUEST']);
    }, 240_000);

    test('does not decide his own application after a claim, nor come back by it after a removal', async () => {
      const boss = await team().hire('boss', ['director', 'office']);
      const bob = await team().hire('bob', ['office']);
      await team().hire('third', ['content']);
      const { applicationId } = await team().apply('o-eve', boss, ['director']);
      const asked = await team().lastApproval();
      const { staffId } = await team().claim('o-eve', CLAIM_CODE);
      const eve = await team().setUpCode('o-eve', staffId);
      await team().decide(boss, 'approve');
      await team().decide(bob, 'approve');
      await team().confirm(eve);
      expect(await codesOf([team().decideConfirmed(eve, 'approve', asked._id)])).toEqual(['OWN_REQUEST']);
      const admin = await team().hire('admin', ['account-admin']);
      await team().decide(admin, 'approve');
      await team().does(admin, 'staff.remove', removeMember, { staffId, reason: '离职' });
      const open = () => team().does(admin, 'staff.open', openAccount, { applicationId });
      expect(await codesOf([open()])).toEqual(['OVERTAKEN']);
    }, 240_000);
  });

  describe('an elevation', () => {
    test.each(['staff.approve', 'roles.approve', 'approvals.overrule'] as const)(
      'never gives %s, by which eight hours would become for ever',
      async permission => {
        const ann = await team().hire('ann', ['content']);
        expect(await codesOf([elevate(ann, [permission, 'audit.read'])])).toEqual(['INVALID_INPUT']);
      },
    );

    test('by which somebody decides is flagged', async () => {
      const boss = await team().hire('boss', ['director']);
      const [ann, bob] = [await team().hire('ann', ['content']), await team().hire('bob', ['content'])];
      await elevate(ann, ['applications.office']);
      await team().decide(boss, 'approve');
      await team().hire('admin', ['account-admin']);
      await team().apply('o-new', bob, ['content']);
      await team().decide(bob, 'approve');
      await team().decide(ann, 'approve');
      expect(await team().audited('approvals.approve', { actorId: ann.staffId })).toMatchObject({
        flags: ['elevated'],
      });
    }, 240_000);
  });

  describe('who makes the team small', () => {
    let admin: Person;
    let boss: Person;
    let helper: Person;
    beforeEach(async () => {
      admin = await team().hire('admin', ['account-admin']);
      boss = await team().hire('boss', ['director', 'office']);
      helper = await team().hire('helper', ['content']);
      await team().confirm(admin);
    });
    const disable = (person: Person) =>
      team().does(admin, 'staff.suspend', disableMember, { staffId: person.staffId, reason: '调查' });
    const askForAll = () =>
      team().does(admin, 'staff.grant', requestGrant, {
        staffId: admin.staffId,
        roleIds: ['account-admin', 'director'],
        reason: '兼任',
      });

    test('by disabling those who may decide does not get it decided by somebody else for three days', async () => {
      await disable(boss);
      await askForAll();
      expect(await codesOf([team().decide(helper, 'approve')])).toEqual(['FORBIDDEN']);
      team().nowMs += 3 * DAY_MS;
      const { steps } = await team().decide(helper, 'approve');
      expect(steps.some(({ outsidePermission }) => outsidePermission)).toBe(true);
    }, 240_000);

    test('by removing them does not either', async () => {
      await team().does(admin, 'staff.remove', removeMember, { staffId: boss.staffId, reason: '离职' });
      await askForAll();
      expect(await codesOf([team().decide(helper, 'approve')])).toEqual(['FORBIDDEN']);
    });

    test('does not get by with fewer who have to agree', async () => {
      await disable(boss);
      const change = {
        roleId: 'helper',
        name: '助理',
        permissions: ['desk.use'] as Permission[],
        reason: '新岗位',
      };
      await team().does(admin, 'roles.edit', requestRoleChange, change);
      expect((await team().lastApproval()).steps).toHaveLength(2);
      team().nowMs += 1;
      await team().apply('o-new', helper, ['content']);
      expect((await team().lastApproval()).steps).toHaveLength(3);
    });
  });

  describe('a role', () => {
    const change = async (admin: Person, roleId: string, name: string) =>
      team().does(admin, 'roles.edit', requestRoleChange, {
        roleId,
        name,
        permissions: ['desk.use'] as Permission[],
        reason: '调整',
      });

    test('cannot be called as another one is', async () => {
      const admin = await team().hire('admin', ['account-admin']);
      await team().hire('boss', ['director']);
      await team().confirm(admin);
      expect(await codesOf([change(admin, 'helper', '内容编辑')])).toEqual(['INVALID_INPUT']);
    });

    test('may have the name of something that every object has', async () => {
      const admin = await team().hire('admin', ['account-admin']);
      await team().hire('boss', ['director']);
      await team().confirm(admin);
      expect(await codesOf([change(admin, 'constructor', '建筑')])).toEqual(['ok']);
    });
  });
}
