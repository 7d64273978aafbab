/** A request that is wrong before any of CloudBase's rules apply: wrong method, type, body or header. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
