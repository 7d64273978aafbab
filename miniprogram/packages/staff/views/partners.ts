import type { Difference } from '../../../../cloudfunctions/contract/staff/shapes';
import { massText, thousands } from '../../../views/amounts';
import { momentText } from '../../../views/beijing-time';
import { modeName } from '../../../views/trip';
import { cityName } from '../../../words/cities';
import type { Partner, PartnerChange, PartnerDay } from '../services/partners';

export type PartnerState = Partner['state'];
export type PartnerForm = Omit<PartnerChange, 'reason' | 'requestsAMinute'> & { requestsAMinute: string };

const stateNames: Readonly<Record<PartnerState, string>> = { sandbox: '沙箱', live: '正式', stopped: '停用' };
export const states: readonly { state: PartnerState; heading: string; note: string }[] = [
  { state: 'sandbox', heading: '沙箱', note: '只检查他报的行程，不入账' },
  { state: 'live', heading: '正式', note: '行程核验后入账' },
  { state: 'stopped', heading: '停用', note: '一分钟内不再接受他的请求' },
];

export interface SecretView {
  ending: string;
  /** `上线时起用`, `今天 09:03 起用，11月29日 09:03 失效` */
  validity: string;
  isEnding: boolean;
}

export interface PartnerView {
  partnerId: string;
  name: string;
  state: string;
  tone: 'green' | 'amber' | 'quiet';
  /** `shenzhen · 地铁、公交` */
  detail: string;
  lastRequest: string;
  facts: { name: string; value: string }[];
  secrets: SecretView[];
  secretToCollect: boolean;
  pendingApprovalId: string;
  label: string;
}

const tones: Readonly<Record<PartnerState, PartnerView['tone']>> = {
  live: 'green',
  sandbox: 'amber',
  stopped: 'quiet',
};

function viewSecret({ ending, sinceMs, endsAtMs }: Partner['secrets'][number], nowMs: number): SecretView {
  const since = sinceMs === 0 ? '上线时起用' : `${momentText(sinceMs, nowMs)} 起用`;
  const end = endsAtMs === null ? '' : `，${momentText(endsAtMs, nowMs)} 失效`;
  return { ending: `尾号 ${ending}`, validity: `${since}${end}`, isEnding: endsAtMs !== null };
}

export const modesText = (modes: readonly string[]): string => modes.map(modeName).join('、');

export function viewPartner(partner: Partner, nowMs: number): PartnerView {
  const { partnerId, name, city, modes, requestsAMinute, state, lastRequestAtMs } = partner;
  const lastRequest =
    lastRequestAtMs === null ? '还没有请求过' : `最近请求 ${momentText(lastRequestAtMs, nowMs)}`;
  const detail = `${cityName(city)} · ${modesText(modes)}`;
  return {
    partnerId,
    name,
    state: stateNames[state],
    tone: tones[state],
    detail,
    lastRequest,
    facts: [
      { name: '编号', value: partnerId },
      { name: '城市', value: cityName(city) },
      { name: '出行方式', value: modesText(modes) },
      { name: '请求上限', value: `每分钟 ${thousands(requestsAMinute)} 次` },
      { name: '最近请求', value: lastRequestAtMs === null ? '还没有' : momentText(lastRequestAtMs, nowMs) },
    ],
    secrets: partner.secrets.map(secret => viewSecret(secret, nowMs)),
    secretToCollect: partner.secretToCollect,
    pendingApprovalId: partner.pendingApprovalId ?? '',
    label: `${name}，${stateNames[state]}，${detail}，${lastRequest}`,
  };
}

export const formOf = (partner: Partner | null, cities: readonly string[]): PartnerForm =>
  partner === null
    ? { partnerId: '', name: '', city: cities[0] ?? '', modes: [], requestsAMinute: '600', state: 'sandbox' }
    : {
        partnerId: partner.partnerId,
        name: partner.name,
        city: partner.city,
        modes: [...partner.modes],
        requestsAMinute: String(partner.requestsAMinute),
        state: partner.state,
      };

const MOST_REQUESTS = 6_000;

/** What is wrong with the form, by field. */
export function partnerProblems(form: PartnerForm): Record<string, string> {
  const problems: Record<string, string> = {};
  const name = form.name.trim();
  const requests = Number(form.requestsAMinute);
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(form.partnerId))
    problems.partnerId = '2–31 位小写字母、数字或连字符，字母开头';
  if (name.length < 2 || name.length > 30) problems.name = '2–30 个字';
  if (form.city === '') problems.city = '请选择城市';
  if (form.modes.length === 0) problems.modes = '请至少选择一种出行方式';
  if (!/^\d+$/.test(form.requestsAMinute) || requests < 1 || requests > MOST_REQUESTS) {
    problems.requestsAMinute = `应在 1 和 ${thousands(MOST_REQUESTS)} 之间`;
  }
  return problems;
}

export const changeOf = (form: PartnerForm, reason: string): PartnerChange => ({
  ...form,
  name: form.name.trim(),
  requestsAMinute: Number(form.requestsAMinute),
  reason,
});

const lines: readonly (readonly [string, (form: PartnerForm) => string])[] = [
  ['名称', ({ name }) => name.trim()],
  ['城市', ({ city }) => cityName(city)],
  ['出行方式', ({ modes }) => modesText(modes)],
  ['每分钟请求数', ({ requestsAMinute }) => `${thousands(Number(requestsAMinute))} 次`],
  ['状态', ({ state }) => stateNames[state]],
];

/** What the form would change. */
export const partnerDifferences = (before: PartnerForm | null, after: PartnerForm): Difference[] =>
  lines
    .map(([label, textOf]) => ({ label, before: before && textOf(before), after: textOf(after) }))
    .filter(difference => difference.before !== difference.after);

export interface DayView {
  day: string;
  facts: { name: string; value: string }[];
  hash: string;
  /** What he says he has sent, beside what came; null while he has said nothing. */
  sides: {
    theirs: string;
    ours: string;
    verdict: 'equal' | 'other' | 'open';
    text: string;
  } | null;
  /** The day is longer than what was counted. */
  note: string;
}

/** Both sides' numbers of a day, and what to do where they differ. */
function viewSides({ received, stated, agrees }: PartnerDay, nowMs: number): DayView['sides'] {
  if (stated === null) return null;
  const theirs = `${thousands(stated.count)} 趟`;
  const ours = `${thousands(received.count)} 趟`;
  const when = `合作方 ${momentText(stated.statedAtMs, nowMs)} 报的数`;
  if (agrees === null)
    return { theirs, ours, verdict: 'open', text: `${when}；这一天太长，请用接口分页核对` };
  if (agrees) return { theirs, ours, verdict: 'equal', text: `${when}：票号与我们收到的完全相同` };
  const difference = stated.count - received.count;
  const advice =
    difference > 0
      ? `少收 ${thousands(difference)} 趟，请他重发这一天`
      : difference < 0
        ? `多收 ${thousands(-difference)} 趟，请他核对是否漏报或应撤销`
        : '趟数相同、票号不同，请他带票号再报一次，接口会列出差异';
  return { theirs, ours, verdict: 'other', text: `${when}：${advice}` };
}

export const viewDay = (found: PartnerDay, nowMs: number): DayView =>
  viewParts(found, viewSides(found, nowMs));

const viewParts = (
  { day, accepted, reversed, pending, refused, more }: PartnerDay,
  sides: DayView['sides'],
): DayView => ({
  day,
  sides,
  facts: [
    { name: '已入账', value: `${thousands(accepted.count)} 趟` },
    { name: '减排', value: massText(accepted.grams) },
    { name: '已撤销', value: `${thousands(reversed)} 趟` },
    { name: '等绑卡', value: `${thousands(pending)} 趟` },
    { name: '未通过核验', value: `${thousands(refused)} 趟` },
  ],
  hash: accepted.ticketsHash,
  note: more ? '这一天的行程超过 2 万趟，这里只数了前面的；完整对账请用合作方接口。' : '',
});

/** What the partner's own digest says beside ours; `''` while nothing was pasted. */
export function compareHash(ours: string, theirs: string): '' | 'equal' | 'other' | 'unreadable' {
  const text = theirs.trim().toLowerCase();
  if (text === '') return '';
  if (!/^[0-9a-f]{64}$/.test(text)) return 'unreadable';
  return text === ours ? 'equal' : 'other';
}
