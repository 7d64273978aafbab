/** Where a block of rows is, in px from the top of the screen. */
export interface BlockBox {
  key: string;
  top: number;
  height: number;
}

/** Blocks whose rows are left out, with the height that keeps their place. */
export type FarBlocks = Readonly<Record<string, number>>;

/**
 * The blocks that are more than a screen away from what is seen. WeChat asks for fewer than 1,000 nodes a page, and
 * a list that is read to its end has many times that. Null where nothing changes, and where nothing can be said: a page
 * that is hidden has no heights.
 */
export function farBlocks(boxes: readonly BlockBox[], screenPx: number, before: FarBlocks): FarBlocks | null {
  if (boxes.every(({ height }) => height === 0)) return null;
  const isFar = ({ top, height }: BlockBox): boolean => top + height < -screenPx || top > 2 * screenPx;
  const far = Object.fromEntries(boxes.filter(isFar).map(({ key, height }) => [key, height]));
  return Object.keys(far).join() === Object.keys(before).join() ? null : far;
}
