/** A call of `wx` that fails: `reason` stands after `name:fail ` in errMsg, `details` beside it. */
export class WxFailure extends Error {
  constructor(
    reason: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(reason);
  }
}

/** The error object of WeChat, which is no Error. */
export function failureOf(name: string, error: unknown): { errMsg: string } {
  const reason = error instanceof Error ? error.message : String(error);
  const details = error instanceof WxFailure ? error.details : {};
  return { errMsg: `${name}:fail ${reason}`, ...details };
}
