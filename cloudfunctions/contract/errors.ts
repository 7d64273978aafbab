/** Every code that a caller can get. A code is never renamed: phones and partners in the field compare with it. */
export const errorTexts = {
  INVALID_INPUT: '提交的内容有误，请检查后重试',
  UNKNOWN_PROCEDURE: '当前版本不支持这个操作，请更新后重试',
  NOT_SIGNED_IN: '请先登录',
  FORBIDDEN: '没有权限进行这个操作',
  RATE_LIMITED: '操作太频繁了，请稍后再试',
  CONSENT_REQUIRED: '请先阅读并同意隐私保护指引',
  NOT_FOUND: '没有找到这条记录',
  IDEMPOTENCY_CONFLICT: '同一个编号已经用于另一项内容',
  TRY_AGAIN: '系统繁忙，请稍后重试',
  INTERNAL: '系统出了点问题，我们已记录，请稍后重试',
  LOT_LIMIT: '积分批次太多，暂时不能入账，请联系客服',
  INSUFFICIENT_CREDITS: '积分不足',
  CODE_UNKNOWN: '绑定码不正确，请核对后重新输入',
  CODE_EXPIRED: '绑定码已过期，请重新生成',
  CODE_USED: '绑定码已被使用，请重新生成',
  TOKEN_BOUND: '这张卡已绑定其他账号，请先在原账号解除绑定',
  SIGNATURE_WRONG: '签名校验失败',
  TIMESTAMP_OUT_OF_RANGE: '时间戳超出允许范围（±5 分钟）',
  NONCE_REPLAYED: '请求已经提交过（随机串重复）',
  PARTNER_UNKNOWN: '合作方不存在或已停用',
  PAYLOAD_TOO_LARGE: '提交的数据过大，请分批提交',
} as const;

export type ErrorCode = keyof typeof errorTexts;

/** Where and why, for programs; `reason` is in Chinese, for people. */
export interface ErrorDetails {
  field?: string;
  reason?: string;
  [detail: string]: unknown;
}

/** A domain says no. Nothing has happened; the code says why. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
