/**
 * State of one component that no template shows, so that it needs no setData.
 *
 * @returns reads the state that belongs to a component; it is there in `detached` too, when the host may be gone
 */
export function privateState<State>(initial: () => State): (owner: { readonly component: object }) => State {
  const states = new WeakMap<object, State>();
  return ({ component }) => {
    const known = states.get(component);
    if (known !== undefined) return known;
    const made = initial();
    states.set(component, made);
    return made;
  };
}
