/** Plain faces in the colours of metro lines, so that an avatar can be chosen without looking for a file. */
export function drawnAvatars(): string[] {
  return ['#00ab4e', '#ed6d00', '#6d2077', '#0066b3'].map(colour => {
    const drawing =
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" fill="${colour}"/>` +
      '<circle cx="48" cy="38" r="16" fill="#fff"/><path d="M16 92a32 30 0 0 1 64 0z" fill="#fff"/></svg>';
    return `data:image/svg+xml;utf8,${encodeURIComponent(drawing)}`;
  });
}
