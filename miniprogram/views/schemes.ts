import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { thousands } from './amounts';
import { momentText } from './beijing-time';
import { modeName } from './trip';

type Claim = ProcedureOutput<'schemes.list'>['claims'][number];
type Preview = ProcedureOutput<'schemes.preview'>;

/** Other schemes by the contract's names. */
export const schemeTexts: Readonly<Record<Claim['scheme'], string>> = {
  'shenzhen-tpt': '深圳碳普惠（低碳星球等）',
  'beijing-maas': '北京绿色出行碳普惠（MaaS）',
  'ant-forest': '蚂蚁森林',
  'shanghai-carbon': '上海碳普惠',
  other: '其他减排机制',
};

export const schemeChoices = (Object.keys(schemeTexts) as Claim['scheme'][]).map(scheme => ({
  scheme,
  name: schemeTexts[scheme],
}));

export interface ClaimView {
  tripId: string;
  title: string;
  detail: string;
  /** Still declared, so that it can be revoked. */
  isClaimed: boolean;
  label: string;
}

const amountText = (grams: number, bonus: number): string =>
  grams > 0 ? `${thousands(grams)} 减排积分` : `${thousands(bonus)} 奖励积分`;

export function viewClaim(claim: Claim, nowMs: number): ClaimView {
  const title = `${modeName(claim.mode)} · ${momentText(claim.fromMs, nowMs)}`;
  const isClaimed = claim.state === 'claimed';
  const ends = {
    claimed: `退出 ${amountText(claim.grams, claim.bonus)}`,
    revoked: '已撤销声明',
    reversed: '运营方撤销了行程，声明已结束',
  };
  const detail = `${schemeTexts[claim.scheme]} · ${ends[claim.state]}`;
  return { tripId: claim.tripId, title, detail, isClaimed, label: `${title}，${detail}` };
}

export interface ClaimPreviewView {
  tripId: string;
  title: string;
  /** What a declaration changes, said before anything is. */
  changes: string[];
  state: Preview['state'];
}

export function viewPreview(preview: Preview, nowMs: number): ClaimPreviewView {
  const { tripId, isSigned, mode, fromMs, grams, bonus, owed, state } = preview;
  const changes = [
    `这次出行的 ${amountText(grams, bonus)}会从账户退出，不再计入累计减排和上限。`,
    ...(owed > 0 ? [`其中 ${thousands(owed)} 已经用掉，会记为待抵扣，以后入账时先抵扣。`] : []),
    '这段时间的出行不会再以任何方式入账，运营方之后核验的也不会。',
    ...(isSigned ? ['这趟若做到了出行计划，计划的奖励随后退回，撤销声明也不再补发。'] : []),
    '随时可以撤销声明，届时按当时的上限重新入账，不会比退出的多，到期时间不变。',
  ];
  return { tripId, title: `${modeName(mode)} · ${momentText(fromMs, nowMs)}`, changes, state };
}
