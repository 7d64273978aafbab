import type { KernelComponent, KernelElement } from './glass-easel';
import { isComponent, nodeAt, ownerOf } from './node-access';

type Behavior = Parameters<KernelComponent['hasBehavior']>[0];

const fieldDefinitions = new WeakSet<object>();
const fieldBehaviors = new Set<Behavior>();
const groupBehaviors = new Set<Behavior>();

/** @param definition of a built-in component */
export function markFormField(definition: object): void {
  fieldDefinitions.add(definition);
}

/** @param field behaviour of custom fields @param group behaviour of components whose inner fields count too */
export function markFormBehaviors(field: Behavior, group: Behavior): void {
  fieldBehaviors.add(field);
  groupBehaviors.add(group);
}

/** Built-in and custom fields alike, in the order of the page. What is inside of a component is that component's own. */
export function formFieldsIn(form: KernelComponent, host: HTMLElement): KernelComponent[] {
  const fields: KernelComponent[] = [];
  for (const element of host.querySelectorAll('*')) {
    const node = nodeAt(element);
    if (node === null || node.$$ !== (element as unknown) || !isComponent(node)) continue;
    if (isField(node) && belongsTo(node, form)) fields.push(node);
  }
  return fields;
}

function isField(node: KernelComponent): boolean {
  return fieldDefinitions.has(node.getComponentDefinition()) || hasOneOf(node, fieldBehaviors);
}

function belongsTo(node: KernelElement, form: KernelComponent): boolean {
  const page = ownerOf(form);
  let owner = ownerOf(node);
  while (owner !== page && owner !== undefined && hasOneOf(owner, groupBehaviors)) owner = ownerOf(owner);
  return owner === page;
}

function hasOneOf(node: KernelComponent, behaviors: Set<Behavior>): boolean {
  return [...behaviors].some(behavior => node.hasBehavior(behavior));
}
