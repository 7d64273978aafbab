import type { Permission } from '../../../../cloudfunctions/contract/permissions';
import { firstRoles } from '../../../../cloudfunctions/contract/permissions';
import { pendingApproval } from '../../../../cloudfunctions/domain/approvals';
import {
  disableMember,
  requestElevation,
  requestGrant,
  requestRecovery,
  requestRoleChange,
} from '../../../../cloudfunctions/domain/staff';
import { codesOf } from '../../../support/codes-of';
import { HOUR_MS, type Person, type TestTeam } from './team';

/** How rights change: grants, elevations, recovery, roles; and small teams. */
export function rightsCases(team: () => TestTeam): void {
  describe('the rights of an account', () => {
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

    test('of somebody who rests in the middle of an approval decides no more', async () => {
      const input = { staffId: ann.staffId, roleIds: ['content'], reason: '转岗' };
      await team().does(admin, 'staff.grant', requestGrant, input);
      await team().confirm(boss);
      await disable(boss);
      expect(await codesOf([team().decideConfirmed(boss, 'approve')])).toEqual(['STAFF_RESTING']);
      expect((await team().lastApproval()).state).toBe('pending');
    });

    test('gets other roles when somebody else agrees, who is neither asker nor asked about', async () => {
      const input = { staffId: ann.staffId, roleIds: ['content', 'activity'], reason: '转岗' };
      await team().does(admin, 'staff.grant', requestGrant, input);
      expect(await codesOf([team().decide(admin, 'approve')])).toEqual(['OWN_REQUEST']);
      expect(await codesOf([team().decide(ann, 'approve')])).toEqual(['OWN_REQUEST']);
      expect((await team().decide(boss, 'approve')).state).toBe('done');
      expect((await team().team()).grants[ann.staffId]).toEqual(['activity', 'content']);
      expect(await team().denial(ann, 'riders.read')).toBe('FORBIDDEN');
    });

    test('is not given roles that have come to allow something else since they were read', async () => {
      const input = { staffId: ann.staffId, roleIds: ['content'], reason: '转岗' };
      await team().does(admin, 'staff.grant', requestGrant, input);
      const roles = {
        ...(await team().team()).roles,
        content: { name: '内容', permissions: ['audit.read'] as ['audit.read'] },
      };
      await team().base.database.updateWhere({ name: 'staff_team' } as { name: string }, { _id: 'team' }, {
        roles,
      } as never);
      expect(await team().decide(boss, 'approve')).toMatchObject({
        state: 'failed',
        failure: { code: 'OVERTAKEN' },
      });
    });

    test('that is elevated may more for eight hours to the millisecond, which the audit flags', async () => {
      const elevate = (permissions: ['audit.read'] | ['riders.read']) =>
        team().does(ann, 'desk.use', requestElevation, { permissions, reason: '核对' });
      expect(await codesOf([elevate(['riders.read'])])).toEqual(['INVALID_INPUT']);
      await elevate(['audit.read']);
      expect(await codesOf([team().decide(ann, 'approve')])).toEqual(['OWN_REQUEST']);
      await team().decide(boss, 'approve');
      const grantedAtMs = team().nowMs;
      team().nowMs = grantedAtMs + 8 * HOUR_MS - 1;
      expect(await team().denial(ann, 'audit.read')).toBeNull();
      const { flags } = await team().actorOf(ann, 'audit.read');
      expect(flags).toEqual(['elevated']);
      team().nowMs += 1;
      expect(await team().denial(ann, 'audit.read')).toBe('FORBIDDEN');
      team().nowMs = grantedAtMs - HOUR_MS;
      expect(await team().denial(ann, 'audit.read')).toBe('FORBIDDEN');
    });

    test('gets new codes when two others agree', async () => {
      await team().hire('second', ['office']);
      await team().does(admin, 'staff.recover', requestRecovery, {
        staffId: ann.staffId,
        reason: '手机丢失',
      });
      expect((await team().lastApproval()).steps).toHaveLength(2);
      await team().decide(boss, 'approve');
      expect(await team().denial(ann, 'desk.use')).toBeNull();
      const second = await team().hire('third', ['office']);
      expect((await team().decide(second, 'approve')).state).toBe('done');
      expect(await team().denial(ann, 'desk.use')).toBe('ONE_TIME_CODE_NOT_SET');
    });
  });

  describe('a role', () => {
    const without = (permission: string) =>
      firstRoles['account-admin'].permissions.filter(held => held !== permission);

    test('is changed only by what the editor holds by a role, added or taken away', async () => {
      const admin = await team().hire('admin', ['account-admin']);
      await team().confirm(admin);
      const change = (roleId: string, permissions: Permission[]) =>
        team().does(admin, 'roles.edit', requestRoleChange, {
          roleId,
          name: '新角色',
          permissions,
          reason: '调整',
        });
      expect(await codesOf([change('helper', ['desk.use', 'audit.read'])])).toEqual(['NOT_HELD']);
      expect(await codesOf([change('customer-service', ['desk.use'])])).toEqual(['NOT_HELD']);
      expect(await codesOf([change('helper', ['desk.use', 'staff.read'])])).toEqual(['ok']);
      expect(await codesOf([change('helper', ['desk.use'])])).toEqual(['PENDING_ALREADY']);
    });

    test('changes when two agree, and not when the editor has lost meanwhile what he gives', async () => {
      const admin = await team().hire('admin', ['account-admin']);
      const [first, second] = [
        await team().hire('first', ['office']),
        await team().hire('second', ['director']),
      ];
      await team().confirm(admin);
      const change = {
        roleId: 'helper',
        name: '助理',
        permissions: ['staff.review'] as Permission[],
        reason: '新岗位',
      };
      await team().does(admin, 'roles.edit', requestRoleChange, change);
      await team().decide(first, 'approve');
      expect(await codesOf([team().decide(first, 'approve')])).toEqual(['OWN_REQUEST']);
      expect((await team().decide(second, 'approve')).state).toBe('done');
      expect((await team().team()).roles.helper).toEqual({ name: '助理', permissions: ['staff.review'] });
      await team().confirm(admin);
      await team().does(admin, 'roles.edit', requestRoleChange, {
        ...change,
        permissions: ['staff.read'] as Permission[],
      });
      await team().decide(first, 'approve');
      const roles = (await team().team()).roles;
      roles['account-admin']!.permissions = [...without('staff.read')];
      await team().base.database.updateWhere({ name: 'staff_team' }, { _id: 'team' }, { roles } as never);
      expect(await team().decide(second, 'approve')).toMatchObject({
        state: 'failed',
        failure: { code: 'NOT_HELD' },
      });
      expect(await pendingApproval(team().platform, 'role:helper')).toBeNull();
    }, 240_000);
  });

  describe('a team of two', () => {
    test('can work: the other one decides what nobody holds, and the audit says so', async () => {
      const admin = await team().hire('admin', ['account-admin']);
      const helper = await team().hire('helper', ['content']);
      await team().confirm(admin);
      const input = { staffId: admin.staffId, roleIds: ['account-admin', 'finance'], reason: '兼任' };
      await team().does(admin, 'staff.grant', requestGrant, input);
      const decided = await team().decide(helper, 'approve');
      expect(decided).toMatchObject({ state: 'done', steps: [{ outsidePermission: true }] });
      expect(await team().audited('approvals.approve', { actorId: helper.staffId })).toMatchObject({
        flags: ['outside-permission'],
      });
    });

    test('with a third who holds the permission leaves it to him', async () => {
      const admin = await team().hire('admin', ['account-admin']);
      const helper = await team().hire('helper', ['content']);
      await team().hire('office', ['office']);
      await team().confirm(admin);
      const input = { staffId: admin.staffId, roleIds: ['finance'], reason: '兼任' };
      await team().does(admin, 'staff.grant', requestGrant, input);
      expect(await codesOf([team().decide(helper, 'approve')])).toEqual(['FORBIDDEN']);
    });
  });
}
