import type { StaffInput, StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { thousands } from '../../../views/amounts';
import { momentText } from '../../../views/beijing-time';

type Trial = StaffOutput<'partners.trial'>;
type Step = Trial['steps'][number]['step'];
type Checked = StaffOutput<'partners.check'>;

export interface TrialView {
  steps: { name: string; detail: string; isPassed: boolean; label: string }[];
  requests: { key: string; head: string; outcome: string; isGood: boolean }[];
}

/** What each step is, and what the partner has to do for it. */
const stepWords: Readonly<Record<Step, readonly [name: string, toDo: string]>> = {
  signed: ['签名通过', '带签名请求任何一个接口'],
  batch: ['第一批行程全部可收', 'POST rides：没有一条被退回'],
  refusal: ['看到过退回的行程', 'POST rides：故意发一条错的，看懂退回原因'],
  card: ['绑卡', 'POST bindings'],
  reversal: ['撤销', 'POST reversals'],
  day: ['按天对账', 'GET 或 POST days'],
};

function outcomeText({ outcome, accepted, rejected }: Trial['requests'][number]): string {
  if (outcome !== 'ok') return `被退回：${outcome}`;
  if (accepted === null) return '通过';
  const refused = rejected.length === 0 ? '' : `，退回原因 ${rejected.join('、')}`;
  return `可收 ${thousands(accepted)} 条${refused}`;
}

export const viewTrial = ({ steps, requests }: Trial, nowMs: number): TrialView => ({
  steps: steps.map(({ step, passedAtMs }) => {
    const [name, toDo] = stepWords[step];
    const detail = passedAtMs === null ? toDo : `${momentText(passedAtMs, nowMs)} 通过`;
    const isPassed = passedAtMs !== null;
    return { name, detail, isPassed, label: `${name}，${isPassed ? '' : '还没有：'}${detail}` };
  }),
  requests: requests.slice(0, 5).map((request, index) => ({
    key: `${request.atMs}-${index}`,
    head: `${momentText(request.atMs, nowMs)} ${request.route}`,
    outcome: outcomeText(request),
    isGood: request.outcome === 'ok' && request.rejected.length === 0,
  })),
});

export type PastedRequest = Omit<StaffInput<'partners.check'>, 'partnerId' | 'method'> & { method: string };

export const emptyRequest: PastedRequest = {
  method: 'POST',
  path: '/partner/v1/rides',
  timestamp: '',
  nonce: '',
  signature: '',
  body: '',
};

/** What is wrong with what was pasted, by field. */
export function problemsOfRequest(request: PastedRequest): Record<string, string> {
  const problems: Record<string, string> = {};
  if (request.method !== 'POST' && request.method !== 'GET') problems.method = '应为 POST 或 GET';
  for (const field of ['path', 'timestamp', 'nonce', 'signature'] as const) {
    if (request[field].trim() === '') problems[field] = '请粘贴请求里的这一项';
  }
  return problems;
}

/** The request as it is asked about; header values have no space around them. */
export const requestOf = (partnerId: string, request: PastedRequest): StaffInput<'partners.check'> => ({
  partnerId,
  method: request.method === 'GET' ? 'GET' : 'POST',
  path: request.path.trim(),
  timestamp: request.timestamp.trim(),
  nonce: request.nonce.trim(),
  signature: request.signature.trim(),
  body: request.body,
});

export interface RequestCheckView {
  parts: { name: string; text: string; isGood: boolean }[];
  /** Of a batch: how many rides of it would be taken; empty otherwise. */
  rides: string;
  refused: string[];
}

const partNames: Readonly<Record<Checked['checks'][number]['part'], string>> = {
  partner: '合作方',
  timestamp: '时间戳',
  nonce: '随机串',
  signature: '签名',
  body: '请求体',
};

export const viewChecked = ({ checks, rides }: Checked): RequestCheckView => ({
  parts: checks.map(({ part, isGood, advice }) => ({
    name: partNames[part],
    text: isGood ? '没有问题' : advice,
    isGood,
  })),
  rides:
    rides === null
      ? ''
      : `这批行程可收 ${thousands(rides.accepted)} 条，退回 ${thousands(rides.rejected.length)} 条`,
  refused: (rides?.rejected ?? []).map(({ ticketId, message }) => `${ticketId}：${message}`),
});
