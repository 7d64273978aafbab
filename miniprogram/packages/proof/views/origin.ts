/** `sz-2021:2026-11` as `深圳 2021 · 2026年11月出行`: factor set, where its name is known, and month of travel. */
export function originText(origin: string, sets: readonly { setId: string; setName: string }[]): string {
  const colon = origin.lastIndexOf(':');
  const setId = origin.slice(0, colon);
  const name = sets.find(set => set.setId === setId)?.setName ?? setId;
  return `${name} · ${vintageText(origin.slice(colon + 1))}`;
}

/** `2026年11月出行` */
export function vintageText(vintage: string): string {
  const [year, month] = vintage.split('-').map(Number);
  return `${year}年${month}月出行`;
}
