import { type AuditQuestion, everything, questionProblem } from '../../views/audit-filter';
import { actionChoices } from '../../views/audit-words';

interface Choice {
  name: string;
}
interface Person extends Choice {
  staffId: string;
}

const allActions = [{ action: '', name: '全部操作' }, ...actionChoices];
const anybody: Person = { staffId: '', name: '所有人' };

/** What to look for in the audit log: person, action, target, days. Emits `search` with `question`, and `close`. */
Component({
  properties: {
    open: Boolean,
    /** What is searched for now. */
    question: { type: Object, value: everything },
    /** `staffId` and `name` of who can be chosen. */
    people: { type: Array, value: [] },
    today: String,
  },
  data: {
    draft: everything,
    problem: '',
    actionNames: allActions.map(({ name }) => name),
    actionIndex: 0,
    peopleNames: [anybody.name],
    personIndex: 0,
  },
  observers: {
    open(isOpen: boolean) {
      if (!isOpen) return;
      const question = this.data.question as AuditQuestion;
      this.setData({
        draft: question,
        problem: '',
        actionIndex: allActions.findIndex(({ action }) => action === question.action),
        peopleNames: this.choices().map(({ name }) => name),
        personIndex: this.choices().findIndex(({ staffId }) => staffId === question.actorId),
      });
    },
  },
  methods: {
    choices(): Person[] {
      return [anybody, ...(this.data.people as Person[])];
    },
    onPerson({ detail }: WechatMiniprogram.CustomEvent<{ value: number }>) {
      const actorId = this.choices()[detail.value]?.staffId ?? '';
      this.setData({ personIndex: detail.value, 'draft.actorId': actorId });
    },
    onAction({ detail }: WechatMiniprogram.CustomEvent<{ value: number }>) {
      this.setData({ actionIndex: detail.value, 'draft.action': allActions[detail.value]?.action ?? '' });
    },
    onText({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ [`draft.${currentTarget.dataset.field as string}`]: detail.value, problem: '' });
    },
    onPress() {
      const { draft } = this.data;
      const problem = questionProblem(draft);
      this.setData({ problem });
      if (problem === '') this.triggerEvent('search', { question: draft });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
