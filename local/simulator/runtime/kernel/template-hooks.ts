import { plainEvent } from '../events/plain-event';
import { changeListener, wxsListener } from '../events/wxs-listeners';
import { applyAnimation } from '../page/apply-animation';
import { builtInEvent } from './built-in-event';
import type { KernelElement, ShadowedEvent } from './glass-easel';
import { elementOf, isComponent } from './node-access';

type Setter = (node: KernelElement, name: string, value: unknown, ...rest: unknown[]) => void;
type Listener = (...values: unknown[]) => unknown;

/** What generated template code calls while it makes and updates nodes (the kernel's ProcGenWrapper). */
interface TemplateWrapper {
  d: Setter;
  r: Setter;
  y: (node: KernelElement, style: unknown) => void;
  setFnFilter(filter: unknown): void;
  changePropFilter: unknown;
  setEventListenerWrapper(wrapper: unknown): void;
}

type Generate = (wrapper: TemplateWrapper, ...rest: unknown[]) => unknown;
export type GeneratedTemplate = (name: string) => Generate | undefined;

const hooked = new WeakSet<TemplateWrapper>();

/** A generated template that does for each node what a phone does and the kernel alone does not. */
export function withHooks(template: GeneratedTemplate): GeneratedTemplate {
  return hookTemplate(template, wrapper => {
    hookDataset(wrapper);
    hookAttributes(wrapper);
    hookStyle(wrapper);
    hookListeners(wrapper);
  });
}

/** The same for templates of built-in components, whose handlers get more than plain data. */
export function withBuiltInHooks(template: GeneratedTemplate): GeneratedTemplate {
  return hookTemplate(template, wrapper => {
    hookStyle(wrapper);
    wrapper.setEventListenerWrapper((caller: unknown, event: ShadowedEvent<unknown>, listener: Listener) =>
      listener.call(caller, builtInEvent(event)),
    );
  });
}

function hookTemplate(
  template: GeneratedTemplate,
  hook: (wrapper: TemplateWrapper) => void,
): GeneratedTemplate {
  const known = new Map<string, Generate | undefined>();
  return name => {
    if (!known.has(name)) known.set(name, hookGenerate(template(name), hook));
    return known.get(name);
  };
}

function hookGenerate(
  generate: Generate | undefined,
  hook: (wrapper: TemplateWrapper) => void,
): Generate | undefined {
  if (generate === undefined) return undefined;
  return (wrapper, ...rest) => {
    if (!hooked.has(wrapper)) hook(wrapper);
    hooked.add(wrapper);
    return generate(wrapper, ...rest);
  };
}

/** Tests and people look for `data-` attributes in the page. */
function hookDataset(wrapper: TemplateWrapper): void {
  const set = wrapper.d;
  wrapper.d = (node, name, value) => {
    set(node, name, value);
    if (typeof value === 'object') return;
    const attribute = name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
    elementOf(node)?.setAttribute(`data-${attribute}`, String(value));
  };
}

const passedOn = /^(aria-|role$)/;

function hookAttributes(wrapper: TemplateWrapper): void {
  const set = wrapper.r;
  wrapper.r = (node, name, value, ...rest) => {
    if (passedOn.test(name)) setAttribute(node, name === 'aria-role' ? 'role' : name, value);
    else if (name === 'animation' && !hasProperty(node, name)) applyAnimation(node, value);
    else set(node, name, name === 'style' ? convertRpx(value) : value, ...rest);
  };
}

function hasProperty(node: KernelElement, name: string): boolean {
  return isComponent(node) && name in (node.data as object);
}

function setAttribute(node: KernelElement, name: string, value: unknown): void {
  const element = elementOf(node);
  if (value === undefined || value === null) element?.removeAttribute(name);
  else element?.setAttribute(name, String(value));
}

function hookStyle(wrapper: TemplateWrapper): void {
  const set = wrapper.y;
  wrapper.y = (node, style) => set(node, convertRpx(style));
}

/** Style attributes are made while the app runs, so the build cannot have converted them. */
export function convertRpx(value: unknown): unknown {
  if (typeof value !== 'string' || !value.includes('rpx')) return value;
  return value.replace(/(-?(?:\d+\.?\d*|\.\d+))rpx\b/gi, 'calc($1 * var(--rpx))');
}

/** Handlers get plain objects; a function instead of a method's name comes from WXS. */
function hookListeners(wrapper: TemplateWrapper): void {
  wrapper.setEventListenerWrapper(
    (caller: unknown, event: ShadowedEvent<unknown>, listener: Listener, wxsPath?: unknown) =>
      wxsPath ? wxsListener(caller, event, listener) : listener.call(caller, plainEvent(event)),
  );
  wrapper.changePropFilter = changeListener;
  wrapper.setFnFilter = () => {};
}
