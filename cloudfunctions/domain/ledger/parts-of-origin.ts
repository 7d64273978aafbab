/** Factor set and vintage of an origin of carbon such as `sz-2021:2026-11`. */
export function partsOfOrigin(origin: string): { setId: string; vintage: string } {
  const colon = origin.lastIndexOf(':');
  return { setId: origin.slice(0, colon), vintage: origin.slice(colon + 1) };
}
