/** What one visit of a page showed. */
export interface Measurement {
  page: string;
  /** Who looked, e.g. `newcomer`. */
  person: string;
  /** Until the page's content stood there and no skeleton any more. */
  firstScreenMs: number;
  setData: { atMs: number; bytes: number }[];
  nodes: number;
  depth: number;
  mostChildren: number;
  requests: { startedAtMs: number; ms: number }[];
  images: ImageArea[];
  /** Things to tap that are smaller than a thumb, as `查看明细 30×44`. */
  smallTargets: string[];
  /** Texts that are hard to read, as `余额 3.9 light`. */
  faintTexts: string[];
  /** How much wider the content is than the screen. */
  overflowPx: number;
  scriptErrors: string[];
  networkErrors: string[];
}

export interface ImageArea {
  source: string;
  /** Of the file, in its own pixels. */
  pixels: number;
  /** Where it is drawn, in the screen's pixels. */
  shownPixels: number;
}
