/** Milliseconds of real time that the work takes. */
export async function elapsedMs(work: () => Promise<unknown> | unknown): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}
