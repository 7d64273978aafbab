import { collectionOf } from '../../platform';

export interface ExportFile {
  name: string;
  bytes: number;
  /** Null until it is written: then a crash may have left it without our knowing its id. */
  fileId: string | null;
}

export interface PersonalExport {
  /** Random: it is part of the files' paths. */
  _id: string;
  uid: string;
  /** `ended`: its files are on their way out, and nobody makes them any more. */
  state: 'making' | 'ready' | 'ended';
  requestedAtMs: number;
  /** Nobody writes its files any more from then on, unless another try begins, which sets it anew. */
  retryFromMs: number;
  /** Null until it is ready. */
  readyAtMs: number | null;
  /** From then on its files are removed, and then this document. */
  expiresAtMs: number;
  files: ExportFile[];
}

export const personalExports = collectionOf<PersonalExport>('personal_exports');
