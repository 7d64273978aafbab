/** The role that a component has unless the page gives it another one with `aria-role`. */
export function setDefaultRole(host: HTMLElement, role: string): void {
  if (!host.hasAttribute('role')) host.setAttribute('role', role);
}

/** What the page says about a field belongs to the real field inside, where screen readers look. @returns stops it */
export function mirrorLabel(host: HTMLElement, field: HTMLElement): () => void {
  const mirror = (): void => {
    for (const name of [
      'aria-label',
      'aria-labelledby',
      'aria-describedby',
      'aria-required',
      'aria-invalid',
    ]) {
      const value = host.getAttribute(name);
      if (value === null) field.removeAttribute(name);
      else field.setAttribute(name, value);
    }
  };
  mirror();
  const observer = new MutationObserver(mirror);
  observer.observe(host, { attributes: true });
  return () => observer.disconnect();
}
