/**
 * Works through the items in order, so many at the same time. After a failure no further item is begun; it is thrown when
 * the ones that had been begun have ended.
 */
export async function atMostAtOnce<Item>(
  most: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        await work(item);
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: most }, lane));
  const failed = lanes.find(result => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
