import { addDays, beijingDay, clockText } from '../../../views/beijing-time';
import type { Declaration, Terms } from '../services/reports';

/** What is filled in, as it stands in the fields. */
export interface DeclareForm {
  mode: string;
  from: string;
  to: string;
  day: string;
  fromClock: string;
  toClock: string;
  kilometres: string;
  note: string;
}

export type FormProblems = Partial<Record<keyof DeclareForm | 'picture' | 'agreed', string>>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Today, one hour until now: what most people who declare have just done. */
export const firstForm = (terms: Terms, nowMs: number): DeclareForm => ({
  mode: terms.modes[0]?.mode ?? '',
  from: '',
  to: '',
  day: beijingDay(nowMs - HOUR_MS),
  fromClock: clockText(nowMs - HOUR_MS),
  toClock: clockText(nowMs - MINUTE_MS),
  kilometres: '',
  note: '',
});

export const firstDay = ({ oldestDays }: Terms, nowMs: number): string =>
  addDays(beijingDay(nowMs), -oldestDays);

const momentOf = (day: string, clock: string): number => Date.parse(`${day}T${clock}:00+08:00`);

/** A trip that ends by the clock before it began has ended the next day. */
export function timesOf({ day, fromClock, toClock }: DeclareForm): { fromMs: number; toMs: number } {
  const fromMs = momentOf(day, fromClock);
  const toMs = momentOf(day, toClock);
  return { fromMs, toMs: toMs < fromMs ? toMs + DAY_MS : toMs };
}

export const isByStations = ({ modes }: Terms, mode: string): boolean =>
  modes.find(one => one.mode === mode)?.byStations ?? false;

const SUGGESTIONS = 6;

/** Stations whose name has what was typed, those that begin with it first; none once one is named in full. */
export function suggestStations(stations: readonly string[], typed: string): string[] {
  const words = typed.trim();
  if (words === '' || stations.includes(words)) return [];
  const found = stations.filter(name => name.includes(words));
  return [
    ...found.filter(name => name.startsWith(words)),
    ...found.filter(name => !name.startsWith(words)),
  ].slice(0, SUGGESTIONS);
}

const metresOf = (kilometres: string): number => Math.round(Number(kilometres) * 1_000);

function distanceProblem(kilometres: string): string | undefined {
  const metres = metresOf(kilometres);
  if (kilometres.trim() === '' || Number.isNaN(metres)) return '请填写大约的里程，例如 5.2';
  return metres < 300 || metres > 60_000 ? '里程要在 0.3 到 60 公里之间' : undefined;
}

/** What is missing or cannot be, by field; the server judges the rest. */
export function problemsOf(
  form: DeclareForm,
  terms: Terms,
  { hasPicture, agreed, nowMs }: { hasPicture: boolean; agreed: boolean; nowMs: number },
): FormProblems {
  const byStations = isByStations(terms, form.mode);
  const isKnown = (name: string): boolean => !byStations || terms.stations.includes(name.trim());
  const { fromMs, toMs } = timesOf(form);
  const distance = byStations ? undefined : distanceProblem(form.kilometres);
  const missing = byStations ? '请从列表里选一个地铁站' : '请填写地点';
  return {
    ...(form.from.trim() === '' || !isKnown(form.from) ? { from: missing } : {}),
    ...(form.to.trim() === '' || !isKnown(form.to) ? { to: missing } : {}),
    ...(byStations && form.from !== '' && form.from === form.to ? { to: '起点和终点是同一站' } : {}),
    ...(fromMs === toMs ? { toClock: '到达时间要晚于出发时间' } : {}),
    ...(toMs > nowMs ? { toClock: '出行结束之后才能申报' } : {}),
    ...(distance === undefined ? {} : { kilometres: distance }),
    ...(hasPicture ? {} : { picture: '请选择这次出行的截图' }),
    ...(agreed ? {} : { agreed: '请先勾选同意' }),
  };
}

export function declarationOf(form: DeclareForm, terms: Terms): Declaration {
  const { mode, from, to, kilometres, note } = form;
  const statedMetres = isByStations(terms, mode) ? null : metresOf(kilometres);
  return { mode, from: from.trim(), to: to.trim(), ...timesOf(form), statedMetres, note: note.trim() };
}

/** Where the server's words about a field are shown. */
const shownAt: Readonly<Record<string, keyof FormProblems>> = {
  mode: 'mode',
  from: 'from',
  to: 'to',
  fromMs: 'fromClock',
  toMs: 'toClock',
  statedMetres: 'kilometres',
  note: 'note',
  picture: 'picture',
  fileId: 'picture',
  uploadId: 'picture',
};

export function problemAt(details: Readonly<Record<string, unknown>>): FormProblems | null {
  const { field, reason } = details;
  const at = typeof field === 'string' ? shownAt[field] : undefined;
  return at && typeof reason === 'string' ? { [at]: reason } : null;
}
