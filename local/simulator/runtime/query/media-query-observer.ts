/** `createMediaQueryObserver`: tells when the window begins or ceases to fit a description. */
export class NodeMediaQueryObserver {
  #query: MediaQueryList | undefined;
  #listener: (() => void) | undefined;

  observe(descriptor: Record<string, unknown>, callback: (result: { matches: boolean }) => void): void {
    this.disconnect();
    const query = matchMedia(queryText(descriptor));
    const listener = () => callback({ matches: query.matches });
    query.addEventListener('change', listener);
    this.#query = query;
    this.#listener = listener;
    setTimeout(listener, 0);
  }

  disconnect(): void {
    if (this.#listener !== undefined) this.#query?.removeEventListener('change', this.#listener);
  }
}

function queryText(descriptor: Record<string, unknown>): string {
  const parts = Object.entries(descriptor).map(([name, value]) => {
    const feature = name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
    return `(${feature}: ${typeof value === 'number' ? `${value}px` : String(value)})`;
  });
  return parts.join(' and ') || 'all';
}
