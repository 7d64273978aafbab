import { type MemberAction, memberProblems, toggled } from '../../views/forms';
import { conflictText } from '../../views/role-conflicts';
import { type FieldProblems, hasProblems } from '../../views/staff-failure';
import { memberActionWords } from '../../views/team';

const empty = { roleIds: [] as string[], untilDay: '', successorId: '', reason: '' };

/**
 * Asks for what goes with an action on a member's account. Emits `submit` with the form, and `close`. What was entered
 * stays until it is opened for something else, so that nothing is lost when the action fails.
 */
Component({
  properties: {
    /** One of `memberActions`; empty while nothing is asked for. */
    action: String,
    /** `key` and `name` of the colleagues who may take over. */
    successors: { type: Array, value: [] },
    /** `roleId` and `name` of all roles. */
    roles: { type: Array, value: [] },
    /** The roles that the member has. */
    held: { type: Array, value: [] },
    today: String,
    busy: Boolean,
    failure: String,
    failureCode: String,
  },
  data: {
    ...empty,
    chosen: {} as Record<string, boolean>,
    /** Why the chosen roles should not be one person's. */
    conflict: '',
    words: memberActionWords.grant,
    problems: {} as FieldProblems,
  },
  observers: {
    action(action: MemberAction | '') {
      if (action === '') return;
      const roleIds = this.data.held as string[];
      this.setData({ ...empty, words: memberActionWords[action], problems: {} });
      this.choose(roleIds);
    },
  },
  methods: {
    choose(roleIds: string[]) {
      const chosen = Object.fromEntries(roleIds.map(roleId => [roleId, true]));
      this.setData({ roleIds, chosen, conflict: conflictText(roleIds), 'problems.roleIds': '' });
    },
    onChoose({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.choose(toggled(this.data.roleIds, detail.key));
    },
    onFieldChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { field } = event.currentTarget.dataset as { field: string };
      this.setData({ [field]: event.detail.value, [`problems.${field}`]: '' });
    },
    onSubmit() {
      if (this.data.busy || this.data.action === '') return;
      const { roleIds, untilDay, successorId } = this.data;
      const form = { roleIds, untilDay, successorId, reason: this.data.reason.trim() };
      const problems = memberProblems(this.data.action as MemberAction, form);
      this.setData({ problems });
      if (!hasProblems(problems)) this.triggerEvent('submit', form);
    },
    onClose() {
      if (!this.data.busy) this.triggerEvent('close');
    },
  },
});
