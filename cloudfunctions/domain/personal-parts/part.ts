import type { PersonalDataKind } from '../../contract/personal-data';
import type { Platform } from '../../platform';

export interface PersonalPage<Row extends object = object> {
  /** JSON, in the words of the export. */
  rows: Row[];
  /** Give it back for the next page; null at the end. */
  nextCursor: string | null;
}

/** How rows stand in a table for a spreadsheet. */
export interface PersonalSheet<Row extends object = object> {
  /** Of the file, without its ending. */
  name: string;
  head: readonly string[];
  row(row: Row): (string | number)[];
}

/** One kind of data about riders. */
export interface PersonalPart<Row extends object = object> {
  kind: PersonalDataKind;
  /** Every collection that it stands in. */
  collections: readonly string[];
  /** How much there is, where an index can tell. One database call. */
  count?(platform: Platform, uid: string): Promise<number>;
  /** A page for the export; left out where there is nothing that a person could read. */
  page?(platform: Platform, uid: string, cursor: string | null): Promise<PersonalPage<Row>>;
  sheet?: PersonalSheet<Row>;
  /**
   * Forgets the rider's data when the account is closed, and answers whether all of it is gone; false when time was up.
   * Left out where the data goes by itself, or with the rider's own document.
   */
  forget?(platform: Platform, uid: string, deadlineMs: number): Promise<boolean>;
}
