import { momentText } from './beijing-time';

/** The line above a stored copy; empty for what has just been read. */
export const storedNote = (copy: { atMs: number; isStored: boolean }, nowMs: number): string =>
  copy.isStored ? `网络没有连上，这是 ${momentText(copy.atMs, nowMs)} 的内容` : '';

/** The note for several: the oldest of those that are stored. */
export function storedNoteOf(copies: readonly { atMs: number; isStored: boolean }[], nowMs: number): string {
  const stored = copies.filter(({ isStored }) => isStored);
  if (stored.length === 0) return '';
  return storedNote({ atMs: Math.min(...stored.map(({ atMs }) => atMs)), isStored: true }, nowMs);
}
