/** What a caller percent-encoded; empty, which is nobody's path, when it was not done well. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
