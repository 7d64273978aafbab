/**
 * State of one component that no template shows, so that it needs no setData.
 *
 * @returns reads the state that belongs to a component; it goes away with the component's element
 */
export function privateState<State>(initial: () => State): (owner: { readonly host: HTMLElement }) => State {
  const states = new WeakMap<HTMLElement, State>();
  return ({ host }) => {
    const known = states.get(host);
    if (known !== undefined) return known;
    const made = initial();
    states.set(host, made);
    return made;
  };
}
