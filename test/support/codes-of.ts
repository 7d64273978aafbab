/** How each piece of work ended: `ok`, or the refusal's code. Anything that is not a refusal fails the test. */
export async function codesOf(work: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(work);
  return settled.map(outcome => {
    if (outcome.status === 'fulfilled') return 'ok';
    const { code } = outcome.reason as { code?: string };
    if (code === undefined) throw outcome.reason;
    return code;
  });
}
