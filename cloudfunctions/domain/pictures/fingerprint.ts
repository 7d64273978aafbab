import { greyCells, type Picture } from '../../platform/pictures';

/**
 * What a picture looks like, small enough to keep after the picture is gone. `bands` find pictures that may be the same,
 * `cells` tell whether they are: pages of one app differ in a few digits only, which the bands hardly see.
 */
export interface Fingerprint {
  /** 16 rows of 16 bits as hex: whether each cell of a row is brighter than the one to its right. */
  hash: string;
  /** `<row>:<its hex>` for each row that says something; an even row looks the same in every picture. */
  bands: string[];
  /** 48 × 96 grey cells in base 64. */
  cells: string;
}

const SIDE = 16;
const CELL_COLUMNS = 48;
const CELL_ROWS = 96;
/** Noise of compression is no brightness. */
const NOISE = 2;

/** A row by its differences from cell to cell. */
function rowBits(cells: Uint8Array, row: number): number {
  let bits = 0;
  for (let column = 0; column < SIDE; column += 1) {
    const at = row * (SIDE + 1) + column;
    bits = bits * 2 + (cells[at]! > cells[at + 1]! + NOISE ? 1 : 0);
  }
  return bits;
}

const onesOf = (bits: number): number => bits.toString(2).replaceAll('0', '').length;

/** A row with less than two edges is found in every page of every app. */
const TELLING_ONES = 2;

export function fingerprintOf(picture: Picture): Fingerprint {
  const small = greyCells(picture, SIDE + 1, SIDE);
  const rows = Array.from({ length: SIDE }, (_, row) => rowBits(small, row));
  const hexes = rows.map(bits => bits.toString(16).padStart(4, '0'));
  return {
    hash: hexes.join(''),
    bands: hexes.flatMap((hex, row) => (onesOf(rows[row]!) >= TELLING_ONES ? [`${row}:${hex}`] : [])),
    cells: Buffer.from(greyCells(picture, CELL_COLUMNS, CELL_ROWS)).toString('base64'),
  };
}
