import type { GeneralComponent } from 'glass-easel';
import { type BuiltInEvent, type BuiltInInstance, defineBuiltIn } from './built-in';
import { asText, text } from './property';

/** The components that a label can be for. */
const labelled = ['checkbox', 'radio', 'switch', 'input', 'textarea', 'button'];

export const label = defineBuiltIn({
  tag: 'label',
  properties: { for: text() },
  style: 'wx-label { display: inline; cursor: pointer }',
  listeners: { tap: 'onTap' },
  methods: {
    onTap(event: BuiltInEvent) {
      if (isInsideField(event.native?.target, this.host)) return;
      this.target()?.invoke('activate');
    },
    /** The component with the id in `for`, else the first one inside. */
    target(): BuiltInInstance | undefined {
      const id = asText(this.data.for);
      if (id !== '') return builtInWithId(this, id);
      return labelled.flatMap(tag => this.descendants(tag)).sort(byPosition)[0];
    },
  },
});

function builtInWithId(label: BuiltInInstance, id: string): BuiltInInstance | undefined {
  const node: Partial<GeneralComponent> | undefined = label.component.ownerShadowRoot?.getElementById(id);
  const caller: unknown = node?.getMethodCaller?.();
  return isBuiltIn(caller) ? caller : undefined;
}

function isBuiltIn(value: unknown): value is BuiltInInstance {
  return typeof value === 'object' && value !== null && 'host' in value && 'invoke' in value;
}

/** A tap on the field itself is the field's business; the label would undo it. */
function isInsideField(target: EventTarget | null | undefined, host: HTMLElement): boolean {
  if (!(target instanceof Element)) return false;
  const field = target.closest(labelled.map(tag => `wx-${tag}`).join(','));
  return field !== null && host.contains(field);
}

function byPosition(one: BuiltInInstance, other: BuiltInInstance): number {
  const follows = one.host.compareDocumentPosition(other.host) & Node.DOCUMENT_POSITION_FOLLOWING;
  return follows ? -1 : 1;
}
