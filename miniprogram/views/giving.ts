import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { thousands } from './amounts';
import { momentText } from './beijing-time';
import { partsText } from './expiring';

type Fund = ProcedureOutput<'ledger.funds'>['funds'][number];
type Donation = ProcedureOutput<'ledger.donations'>['donations'][number];

export interface FundView {
  fundId: string;
  name: string;
  purpose: string;
  /** Who receives, or that nobody does. */
  receiver: string;
  isExample: boolean;
  /** The colour's meaning stays carbon and bonus; kinds are told apart by a word. */
  kind: string;
  label: string;
}

const kindNames: Readonly<Record<Fund['kind'], string>> = { planting: '植树', transit: '出行' };

/** What an example is, where somebody is about to give to it. Nothing that is said here may be overlooked. */
export const exampleNote =
  '示例项目：运营方还没有和任何机构签约。捐出的积分会照规则离开您的账户，但不会因此种树、发车或付钱。';

export function viewFund({ fundId, name, purpose, kind, organisation }: Fund): FundView {
  const receiver = organisation === null ? '示例，没有签约机构' : `由${organisation.name}实施`;
  return {
    fundId,
    name,
    purpose,
    receiver,
    isExample: organisation === null,
    kind: kindNames[kind],
    label: `${name}，${purpose}${receiver}`,
  };
}

/** What is said in place of the button while credits cannot be given; the riders' own lose nothing by it. */
export const stoppedNote = '账本正在核对，暂时不能捐。积分都在，出行照常入账；核对好就能捐。';

/** What becomes of each kind that is given. An example has nobody to settle with. */
export const whereTo = (kind: 'carbon' | 'bonus', isExample: boolean): string => {
  if (kind === 'carbon') return '减排积分转入公共碳池，克数仍记在开放账本里，不再属于您。';
  return isExample
    ? '奖励积分记到项目的账户；示例项目不会结算。'
    : '奖励积分记到项目的账户，由运营方按协议与它结算。';
};

/** What happens to a donation after it was made. */
export const donationStops: readonly { name: string; explanation: string }[] = [
  { name: '预留', explanation: '积分从余额里分出来，还是您的。' },
  { name: '半小时内可以反悔', explanation: '退回的还是原来的积分和到期日。' },
  { name: '送出', explanation: '之后几分钟内送出，消息里会告诉您；从此不能退回。' },
];

/** As the server promises it; only the line is drawn by it, the time itself comes with the donation. */
const THINKING_MS = 30 * 60_000;

/** A donation that can still be taken back. */
export interface HeldDonationView {
  donationId: string;
  title: string;
  /** `还有 23 分 5 秒可以反悔`; empty when the time is over. */
  remaining: string;
  /** How much of the time is left, 0 to 100, for the line that shortens. */
  remainingPercent: number;
}

function remainingText(seconds: number): string {
  if (seconds <= 0) return '';
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `还有 ${minutes} 分 ${seconds % 60} 秒可以反悔` : `还有 ${seconds} 秒可以反悔`;
}

const totalOf = ({ amounts }: Donation): number => amounts.carbon + amounts.bonus;

export function viewHeld(donation: Donation, nowMs: number): HeldDonationView {
  const leftMs = Math.max(0, donation.thinkUntilMs - nowMs);
  return {
    donationId: donation.donationId,
    title: `${thousands(totalOf(donation))} 积分给${donation.fundName}`,
    remaining: remainingText(Math.ceil(leftMs / 1000)),
    remainingPercent: Math.min(100, Math.round((100 * leftMs) / THINKING_MS)),
  };
}

/** A donation as a line of the list. */
export interface DonationLine {
  donationId: string;
  fundName: string;
  detail: string;
  amount: string;
  isGiven: boolean;
  label: string;
}

const stateTexts: Readonly<Record<Donation['state'], string>> = {
  held: '预留中',
  given: '已送出',
  'taken-back': '已反悔，退回账户',
  returned: '没有送成，退回账户',
};

export function viewDonation(donation: Donation, nowMs: number): DonationLine {
  const { donationId, fundName, amounts, state, madeAtMs, endedAtMs } = donation;
  const detail = `${momentText(endedAtMs ?? madeAtMs, nowMs)} ${stateTexts[state]}`;
  const amount = thousands(totalOf(donation));
  const label = `${fundName}，${amount} 积分，${partsText(amounts.carbon, amounts.bonus)}，${detail}`;
  return { donationId, fundName, detail, amount, isGiven: state === 'given', label };
}
