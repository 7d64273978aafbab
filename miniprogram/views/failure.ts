/** What a page says when something went wrong. */
export interface FailureView {
  text: string;
  /** For who asks the support: the code, and the end of the log id where there is one. */
  code: string;
}

const LOG_ID_SHOWN = 6;

export function viewFailure(error: { code: string; message: string; logId: string }): FailureView {
  const end = error.logId.slice(-LOG_ID_SHOWN);
  return { text: error.message, code: end === '' ? error.code : `${error.code} · ${end}` };
}
