import { thousands } from '../../../views/amounts';
import type { Merchant, SettlementRequest } from '../services/merchants';
import { type FieldProblems, reasonProblem } from './staff-failure';

export interface MerchantView {
  merchantId: string;
  name: string;
  kind: string;
  amount: string;
  /** Bonus that can be settled. */
  rest: number;
  pendingApprovalId: string;
  label: string;
}

function kindOf(merchantId: string): string {
  if (merchantId.startsWith('fund-')) return '捐赠项目';
  return merchantId.startsWith('partner-') ? '合作方的权益' : '商户';
}

export function viewMerchant({ merchantId, name, bonus, pendingApprovalId }: Merchant): MerchantView {
  const kind = kindOf(merchantId);
  const amount = `${thousands(bonus)} 积分`;
  return {
    merchantId,
    name,
    kind,
    amount,
    rest: bonus,
    pendingApprovalId: pendingApprovalId ?? '',
    label: [name, kind, `未结算 ${amount}`, pendingApprovalId === null ? '' : '有一次结算在审批']
      .filter(Boolean)
      .join('，'),
  };
}

/** What a settlement is asked for with, as it is typed. */
export interface SettlementForm {
  amount: string;
  voucher: string;
  reason: string;
}

export const emptySettlement: SettlementForm = { amount: '', voucher: '', reason: '' };

const LONGEST_VOUCHER = 40;

function amountProblem(typed: string, rest: number): string {
  const text = typed.trim();
  if (!/^\d+$/.test(text) || Number(text) < 1) return '请填写 1 以上的整数';
  return Number(text) > rest ? `未结算的只有 ${thousands(rest)} 积分` : '';
}

export function settlementProblems(form: SettlementForm, rest: number): FieldProblems {
  const { length } = form.voucher.trim();
  const problems = {
    amount: amountProblem(form.amount, rest),
    voucher: length < 2 || length > LONGEST_VOUCHER ? `请填写付款凭证号（2–${LONGEST_VOUCHER} 个字）` : '',
    reason: reasonProblem(form.reason),
  };
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== ''));
}

export const settlementOf = (form: SettlementForm): Omit<SettlementRequest, 'merchantId'> => ({
  amount: Number(form.amount.trim()),
  voucher: form.voucher.trim(),
  reason: form.reason.trim(),
});
