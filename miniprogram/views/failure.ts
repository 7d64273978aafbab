/** What a page says when something went wrong. */
export interface FailureView {
  text: string;
  /** For who asks the support: the code, and the end of the log id where there is one. Empty when it was the network. */
  code: string;
}

/** Nobody at the support can do anything about these, and the text says what the rider can do. */
const networkCodes: ReadonlySet<string> = new Set(['OFFLINE', 'TIMEOUT', 'UNREACHABLE']);

const LOG_ID_SHOWN = 6;

export function viewFailure(error: { code: string; message: string; logId: string }): FailureView {
  if (networkCodes.has(error.code)) return { text: error.message, code: '' };
  const end = error.logId.slice(-LOG_ID_SHOWN);
  return { text: error.message, code: end === '' ? error.code : `${error.code} · ${end}` };
}
