/** WeChat's own look at pictures of riders, whose answer comes later by a push. */
export interface PictureChecks {
  /**
   * Asks for a look at the picture behind the address, which WeChat fetches within half an hour. `openid` is whose it is:
   * it has to have used the mini-program within the last two hours. Answers the id by which the push is known again.
   */
  ask(picture: { address: string; openid: string }): Promise<{ traceId: string }>;
}
