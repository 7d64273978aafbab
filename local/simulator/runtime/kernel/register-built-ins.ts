import type { BuiltInDefinition, BuiltInParts } from '../../components/built-in';
import type { Kernel } from './app-space';
import { builtInEvent } from './built-in-event';
import { BuiltIn, type BuiltInSurroundings } from './built-in-instance';
import { markFormField } from './form-fields';
import type { glassEasel, KernelComponent, KernelDefinition } from './glass-easel';

import { queueReady } from './ready-queue';
import { type GeneratedTemplate, withBuiltInHooks } from './template-hooks';

type Templates = Record<string, GeneratedTemplate>;
type Loose = Record<string, unknown>;

/** Makes every built-in component known to all pages and components, and to each other. */
export function registerBuiltIns(
  kernel: Kernel,
  definitions: BuiltInDefinition[],
  templates: Templates,
  surroundings: BuiltInSurroundings,
): void {
  const appSpace = kernel.space.getComponentSpace();
  for (const definition of definitions) {
    const registered = registerOne(kernel, definition, templates, surroundings);
    appSpace.setGlobalUsingComponent(definition.tag, registered);
    kernel.builtInSpace.setGlobalUsingComponent(definition.tag, registered);
  }
}

function registerOne(
  { builtInSpace }: Kernel,
  definition: BuiltInDefinition,
  templates: Templates,
  surroundings: BuiltInSurroundings,
): KernelDefinition {
  const path = `built-in/${definition.tag}`;
  const parts = joinParts([...(definition.traits ?? []), definition]);
  const template = templates[path];
  const builder = builtInSpace.defineWithMethodCaller(path);
  builder.methodCallerInit(callerFactory(parts.methods, surroundings) as never);
  builder.definition({
    options: { multipleSlots: definition.multipleSlots === true },
    properties: withFieldProperties(definition, parts.properties) as never,
    data: parts.data as never,
    methods: parts.methods as never,
    observers: parts.observers as never,
    listeners: hostListeners(parts) as never,
    lifetimes: lifetimesOf(parts) as never,
    externalClasses: definition.externalClasses ?? [],
    ...(template === undefined ? {} : { template: builtInTemplate(templates, template) as never }),
  });
  const registered = builder.registerComponent() as unknown as KernelDefinition;
  if (definition.isFormField === true) markFormField(registered);
  return registered;
}

function builtInTemplate(
  templates: Templates,
  template: GeneratedTemplate,
): glassEasel.template.ComponentTemplate {
  return { groupList: templates, content: withBuiltInHooks(template) } as never;
}

interface Joined {
  properties: Loose;
  data: Loose;
  methods: Record<string, (...values: never[]) => unknown>;
  observers: { fields: string; observer: (...values: never[]) => void }[];
  listeners: [string, string][];
  attached: (() => void)[];
  ready: (() => void)[];
  detached: (() => void)[];
}

/** Traits first, so that what the component says itself wins; observers, listeners and life cycles add up. */
function joinParts(all: BuiltInParts<Record<string, (...values: never[]) => unknown>>[]): Joined {
  const joined: Joined = {
    properties: Object.assign({}, ...all.map(one => one.properties)),
    data: Object.assign({}, ...all.map(one => one.data)),
    methods: Object.assign({}, ...all.map(one => one.methods)),
    observers: all.flatMap(one =>
      Object.entries(one.observers ?? {}).map(([fields, observer]) => ({ fields, observer })),
    ),
    listeners: all.flatMap(one => Object.entries(one.listeners ?? {})),
    attached: all.flatMap(one => one.attached ?? []),
    ready: all.flatMap(one => one.ready ?? []),
    detached: all.flatMap(one => one.detached ?? []),
  };
  return joined;
}

function withFieldProperties(definition: BuiltInDefinition, properties: Loose): Loose {
  if (definition.isFormField !== true) return properties;
  return { name: { type: String, value: '' }, value: { type: null, value: '' }, ...properties };
}

function callerFactory(methods: Joined['methods'], surroundings: BuiltInSurroundings) {
  const prototype = Object.assign(Object.create(BuiltIn.prototype), methods, { surroundings }) as object;
  return function makeCaller(this: KernelComponent): object {
    return Object.assign(Object.create(prototype) as object, { _$: this });
  };
}

/** `this.` makes the kernel listen at the host itself; several parts may listen to one event. */
function hostListeners({ listeners }: Joined): Record<string, (event: never) => void> {
  const events = [...new Set(listeners.map(([event]) => event))];
  return Object.fromEntries(
    events.map(event => [
      `this.${event}`,
      function listen(this: BuiltIn, raw: never) {
        for (const [name, method] of listeners) if (name === event) this.invoke(method, builtInEvent(raw));
      },
    ]),
  );
}

function lifetimesOf(parts: Joined): Record<string, () => void> {
  const run = (steps: (() => void)[]) =>
    function runSteps(this: BuiltIn) {
      for (const step of steps) step.call(this);
    };
  const attach = run(parts.attached);
  return {
    attached(this: unknown) {
      const caller = this as BuiltIn;
      attach.call(caller);
      if (parts.ready.length > 0) queueReady(caller._$);
    },
    ready: run(parts.ready),
    detached: run(parts.detached),
  } as Record<string, () => void>;
}
