import { type FieldProblems, reasonProblem } from './staff-failure';

/** The contract's rules, said before anything is sent; the server checks them anyway. */

const lengthProblem = (name: string, value: string, most: number): string => {
  const { length } = value.trim();
  if (length < 2) return `请填写${name}`;
  return length > most ? `${name}不超过 ${most} 字` : '';
};

/** Only the fields that have a problem. */
function problemsIn(problems: Record<string, string>): FieldProblems {
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== ''));
}

export interface ApplicationForm {
  name: string;
  department: string;
  superiorId: string;
  roleIds: readonly string[];
  reason: string;
}

export const applicationProblems = (form: ApplicationForm): FieldProblems =>
  problemsIn({
    name: lengthProblem('姓名', form.name, 20),
    department: lengthProblem('部门', form.department, 30),
    superiorId: form.superiorId === '' ? '请查找并选择上级' : '',
    roleIds: choiceProblem(form.roleIds, '角色'),
    reason: reasonProblem(form.reason),
  });

export const claimProblems = ({ code, name }: { code: string; name: string }): FieldProblems =>
  problemsIn({
    code: code.trim().length < 8 ? '请输入完整的认领码' : '',
    name: lengthProblem('姓名', name, 20),
  });

/** The most of anything that may be chosen at once. */
export const MOST_CHOSEN = 5;

export function choiceProblem(chosen: readonly string[], what: string): string {
  if (chosen.length === 0) return `请至少选择一个${what}`;
  return chosen.length > MOST_CHOSEN ? `最多选择 ${MOST_CHOSEN} 个${what}` : '';
}

export const elevationProblems = (permissions: readonly string[], reason: string): FieldProblems =>
  problemsIn({ permissions: choiceProblem(permissions, '权限'), reason: reasonProblem(reason) });

export interface RoleForm {
  roleId: string;
  name: string;
  permissions: readonly string[];
  reason: string;
}

export const roleProblems = (form: RoleForm): FieldProblems =>
  problemsIn({
    roleId: /^[a-z][a-z0-9-]{1,30}$/.test(form.roleId) ? '' : '2–31 位小写字母、数字或连字符，以字母开头',
    name: lengthProblem('名称', form.name, 20),
    permissions: form.permissions.length === 0 ? '请至少选择一个权限' : '',
    reason: reasonProblem(form.reason),
  });

/** What somebody can do to a member, and which fields go with it. */
export const memberActions = [
  'grant',
  'leave',
  'disable',
  'enable',
  'hand-over',
  'remove',
  'recover',
] as const;
export type MemberAction = (typeof memberActions)[number];

export interface MemberForm {
  roleIds: readonly string[];
  untilDay: string;
  successorId: string;
  reason: string;
}

export const memberProblems = (action: MemberAction, form: MemberForm): FieldProblems =>
  problemsIn({
    roleIds: action === 'grant' ? choiceProblem(form.roleIds, '角色') : '',
    untilDay: action === 'leave' && form.untilDay === '' ? '请选择请假到哪一天' : '',
    successorId: action === 'hand-over' && form.successorId === '' ? '请选择接手的同事' : '',
    reason: reasonProblem(form.reason),
  });

/** With or without it, in the order of choosing. */
export const toggled = <Key>(chosen: readonly Key[], key: Key): Key[] =>
  chosen.includes(key) ? chosen.filter(one => one !== key) : [...chosen, key];
