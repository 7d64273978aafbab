import type { Difference } from '../../../../cloudfunctions/contract/staff/shapes';
import { thousands } from '../../../views/amounts';
import { beijingDay, dayText, momentText } from '../../../views/beijing-time';
import type { ParameterList } from '../services/parameters';

type Parameter = ParameterList['groups'][number]['parameters'][number];

/** What somebody has typed, by the parameter's path. */
export type Drafts = Readonly<Record<string, string>>;

export interface ParameterView {
  path: string;
  /** The path as the id of a node, to be scrolled to. */
  anchor: string;
  label: string;
  unit: string;
  effect: string;
  bounds: string;
  value: string;
  /** What is in the field: the draft, or the value in force. */
  draft: string;
  isChanged: boolean;
  /** What is wrong with the draft; empty when nothing is. */
  problem: string;
  /** `11月25日 00:00 起 3,000 克`; empty without. */
  next: string;
  /** A yes or no, kept as 1 or 0. */
  isSwitch: boolean;
}

export interface ParameterGroup {
  title: string;
  parameters: ParameterView[];
}

const isSwitch = ({ least, most }: Parameter): boolean => least === 0 && most === 1;

const withUnit = (parameter: Parameter, value: number): string => {
  if (isSwitch(parameter)) return value === 1 ? '需要' : '不需要';
  return `${thousands(value)} ${parameter.unit}`;
};

/** Typed digits as a number; people copy thousands with their separators. */
const numberIn = (draft: string): number | null => {
  const digits = draft.replace(/[\s,，]/g, '');
  return /^-?\d{1,15}$/.test(digits) ? Number(digits) : null;
};

function problemOf({ least, most, unit }: Parameter, draft: string): string {
  const value = numberIn(draft);
  if (value === null) return '请填整数';
  if (value < least || value > most) return `应在 ${thousands(least)} 和 ${thousands(most)} 之间（${unit}）`;
  return '';
}

/** What the next version, if there is one on its way, will begin with: a change is made to that one. */
const basisOf = ({ value, next }: Parameter): number => next?.value ?? value;

function viewParameter(parameter: Parameter, drafts: Drafts, nowMs: number): ParameterView {
  const { path, label, unit, effect, least, most, next } = parameter;
  const draft = drafts[path] ?? String(basisOf(parameter));
  const isChanged = numberIn(draft) !== basisOf(parameter);
  return {
    path,
    anchor: path.replace(/\W/g, '-'),
    label,
    unit: isSwitch(parameter) ? '' : unit,
    effect,
    bounds: isSwitch(parameter) ? '' : `可填 ${thousands(least)}–${thousands(most)} ${unit}`,
    value: withUnit(parameter, parameter.value),
    draft,
    isChanged,
    problem: isChanged ? problemOf(parameter, draft) : '',
    next: next ? `${momentText(next.activeFromMs, nowMs)} 起改为 ${withUnit(parameter, next.value)}` : '',
    isSwitch: isSwitch(parameter),
  };
}

export const viewGroups = ({ groups }: ParameterList, drafts: Drafts, nowMs: number): ParameterGroup[] =>
  groups.map(({ title, parameters }) => ({
    title,
    parameters: parameters.map(parameter => viewParameter(parameter, drafts, nowMs)),
  }));

const changedIn = ({ groups }: ParameterList, drafts: Drafts): Parameter[] =>
  groups
    .flatMap(({ parameters }) => parameters)
    .filter(parameter => {
      const draft = drafts[parameter.path];
      return draft !== undefined && numberIn(draft) !== basisOf(parameter);
    });

/** What would be asked for, before and after. Drafts that are no numbers are shown as they were typed. */
export const draftDifferences = (list: ParameterList, drafts: Drafts): Difference[] =>
  changedIn(list, drafts).map(parameter => {
    const draft = drafts[parameter.path]!;
    const value = numberIn(draft);
    return {
      label: parameter.label,
      before: withUnit(parameter, basisOf(parameter)),
      after: value === null ? draft : withUnit(parameter, value),
    };
  });

/** The changes to ask for; null while a draft is wrong. */
export function draftChanges(list: ParameterList, drafts: Drafts): { path: string; value: number }[] | null {
  const changed = changedIn(list, drafts);
  if (changed.some(parameter => problemOf(parameter, drafts[parameter.path]!) !== '')) return null;
  return changed.map(({ path }) => ({ path, value: numberIn(drafts[path]!)! }));
}

/** The approval that has to be decided first, as only one change is asked for at a time; empty without. */
export const pendingApprovalIn = ({ groups }: ParameterList): string =>
  groups.flatMap(({ parameters }) => parameters).find(one => one.pendingApprovalId !== null)
    ?.pendingApprovalId ?? '';

export interface VersionView {
  version: number;
  title: string;
  /** `今天 09:03 起`, or `11月25日 00:00 起生效` for one that is still to come. */
  time: string;
  isAhead: boolean;
  changes: Difference[];
  approvalId: string;
}

export function viewHistory({ history, groups, version }: ParameterList, nowMs: number): VersionView[] {
  const known = new Map(groups.flatMap(({ parameters }) => parameters).map(one => [one.path, one]));
  const shown = (path: string, value: number): string => {
    const parameter = known.get(path);
    return parameter ? withUnit(parameter, value) : thousands(value);
  };
  return history.map(one => ({
    version: one.version,
    title: one.version === version ? `版本 ${one.version} · 现行` : `版本 ${one.version}`,
    time: one.activeFromMs === 0 ? '上线时' : `${momentText(one.activeFromMs, nowMs)} 起`,
    isAhead: one.activeFromMs > nowMs,
    approvalId: one.approvalId ?? '',
    changes: one.changes.map(({ path, label, before, after }) => ({
      label,
      before: shown(path, before),
      after: shown(path, after),
    })),
  }));
}

/** The start that was chosen, as the server wants it; null: as soon as possible. */
export const startOf = (day: string): number | null =>
  day === '' ? null : Date.parse(`${day}T00:00:00.000+08:00`);

/** `11月25日 00:00`, or what happens without a day. */
export const startText = (day: string, nowMs: number): string =>
  day === '' ? '审批通过后 2 分钟' : `${dayText(day, beijingDay(nowMs))} 00:00`;
