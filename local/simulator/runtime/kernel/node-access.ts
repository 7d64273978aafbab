import { glassEasel, type KernelComponent, type KernelElement } from './glass-easel';

/** The element in the page of a node; null for virtual nodes. */
export function elementOf(node: KernelElement): HTMLElement | null {
  return node.$$ as unknown as HTMLElement | null;
}

/** The node of an element, or of the nearest one around it. */
export function nodeAt(element: Element | null): KernelElement | null {
  for (let one = element; one !== null; one = one.parentElement) {
    const node = (one as Element & { __wxElement?: KernelElement }).__wxElement;
    if (node !== undefined) return node;
  }
  return null;
}

/** What a component's own code knows as `this`. */
export function callerOf(component: KernelComponent): Record<string, unknown> {
  return component.getMethodCaller() as unknown as Record<string, unknown>;
}

/** From `this` of a component, or from a node itself, to the node. */
export function nodeOf(value: unknown): KernelElement {
  const { _$: inner } = value as { _$?: KernelElement };
  return inner ?? (value as KernelElement);
}

export function isComponent(node: unknown): node is KernelComponent {
  return glassEasel.Component.isComponent(node as KernelElement);
}

/** The component in whose template a node stands. */
export function ownerOf(node: KernelElement): KernelComponent | undefined {
  return node.ownerShadowRoot?.getHostNode();
}
