/**
 * What a caller does who got no answer, as the SDK waits a quarter of a minute and a busy machine takes longer, or whose
 * request met conflicts to the end: it is sent again. A refusal is an answer, and is thrown.
 */
export async function untilAnswered<Answer>(request: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await request();
    } catch (error) {
      const { code, kind } = error as { code?: string; kind?: string };
      if (kind !== 'conflict' && kind !== 'failed' && code !== 'TRY_AGAIN') throw error;
    }
  }
}
