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
  DEBT_FIRST: '有待抵扣的积分，抵扣完才能使用',
  TOO_MANY_HOLDS: '进行中的积分预留太多，请先完成或取消一些',
  HOLD_EXPIRED: '这笔积分预留已经过期，积分会退回账户',
  HOLD_CLOSED: '这笔积分预留已经处理过了',
  ACCOUNT_CLOSED: '这个账户已经注销',
  PLAN_UNFIT: '这样走不成，请换一个地点或方式',
  PLACE_LIMIT: '保存的地点已经满了，请先删除一个',
  PLAN_LIMIT: '这一天的计划已经满了',
  PLAN_CLOSED: '这份计划已经有结果了',
  BUDGET_EMPTY: '活动奖励已经发完',
  CAMPAIGN_PAUSED: '活动暂停中，请稍后再来',
  PAYING_OUT_STOPPED: '账本正在核对，暂停使用积分，出行入账不受影响',
  LEDGER_UNSOLVED: '账本还有没处理完的问题，暂时不能恢复',
  CODE_UNKNOWN: '绑定码不正确，请核对后重新输入',
  CODE_EXPIRED: '绑定码已过期，请重新生成',
  CODE_USED: '绑定码已被使用，请重新生成',
  TOKEN_BOUND: '这张卡已绑定其他账号，请先在原账号解除绑定',
  SIGNATURE_WRONG: '签名校验失败',
  TIMESTAMP_OUT_OF_RANGE: '时间戳超出允许范围（±5 分钟）',
  NONCE_REPLAYED: '请求已经提交过（随机串重复）',
  PARTNER_UNKNOWN: '合作方不存在或已停用',
  PAYLOAD_TOO_LARGE: '提交的数据过大，请分批提交',
  NOT_STAFF: '你还不是员工，请先申请开户',
  STAFF_RESTING: '你的员工账号已停用，请联系账号管理专员',
  ONE_TIME_CODE_NOT_SET: '请先设置动态码',
  CONFIRMATION_REQUIRED: '这一步需要先输入动态码',
  ONE_TIME_CODE_WRONG: '动态码不正确',
  ONE_TIME_CODE_LOCKED: '动态码输错次数过多，已暂时锁定',
  CLAIM_REFUSED: '认领码不正确，或团队已有管理员',
  APPLICATION_PENDING: '你已有一份开户申请在处理中',
  OPEN_ITEMS: '还有未交接的事项，请先交接',
  OWN_REQUEST: '不能审批自己提出或与自己有关的申请',
  ALREADY_DECIDED: '这份申请已经有结果了',
  CHANGED_SINCE_READ: '内容已变化，请重新打开后再决定',
  OVERTAKEN: '申请之后情况已变化，未能执行，请重新申请',
  PENDING_ALREADY: '已有一份同样的申请在审批中',
  NOT_HELD: '只能增减自己拥有的权限',
  LOCATION_CONSENT_REQUIRED: '请先同意扫码时使用位置',
  LOCATION_UNSURE: '定位还不够准，请打开手机定位，走到出入口附近再扫',
  TOO_FAR_FROM_STATION: '您的位置离这个车站太远，请到站后再扫',
  STATION_CODE_WRONG: '这不是碳点点的车站码，请扫站内海报或工作人员屏幕上的码',
  STATION_CODE_EXPIRED: '这个码已经换新，请扫现场最新的码',
  STATION_CLOSED: '这个时间地铁不运营，请在运营时间进站时再扫',
  STATION_TRIP_OPEN: '还有一趟没有出站，请先扫码出站，或作废那一趟',
  STATION_TOO_SOON: '从上次出站的车站到这里用时太短，请稍后再扫',
  NO_STATION_TRIP: '没有进行中的行程，请先在进站的车站扫码',
  STATION_TRIP_OVER: '进站已超过 4 小时，这一趟不能再记，请作废后重新开始',
  SAME_STATION: '这是进站的车站，请到站后再扫；没有出行的话可以作废这一趟',
  STEPS_CONSENT_REQUIRED: '请先同意读取微信步数',
  UNDER_FOURTEEN: '未满 14 周岁不能开启步数，其他赚积分的方式不受影响',
  OPEN_DATA_REFUSED: '没有读到微信步数，请下拉重试',
  PICTURE_REFUSED: '这张图片不能使用，请换一张',
  PICTURE_USED: '这张截图已经用过，请提交本次出行的截图',
  REPORT_LIMIT: '本月申报次数已用完，下个月可以继续申报',
  APPEAL_CLOSED: '这份申报不能再申诉了',
  CSV_PROBLEMS: '文件有误，没有导入任何内容',
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
