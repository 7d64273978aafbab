import type { Kernel } from './app-space';
import { markFormBehaviors } from './form-fields';
import type { KernelComponent } from './glass-easel';

interface WithBehaviors {
  behaviors?: unknown[];
}

/** Behaviours that WeChat brings along and that are named by a string. */
const fields = { name: { type: String }, value: { type: null as never } };

export function useStandardBehaviors({ space }: Kernel) {
  const plain = space.behavior().definition({}).register();
  const field = space
    .behavior()
    .definition({ properties: fields as never })
    .register();
  const group = space.behavior().definition({}).register();
  markFormBehaviors(inKernel(field), inKernel(group));
  const byName: Record<string, unknown> = {
    'wx://form-field': field,
    'wx://form-field-group': group,
    'wx://form-field-button': plain,
    'wx://component-export': plain,
  };
  return {
    /** The definition with behaviour objects instead of names. @param inPlace for definitions that are used at once */
    replaceNames<Definition extends WithBehaviors>(definition: Definition, inPlace = false): Definition {
      if (!Array.isArray(definition.behaviors)) return definition;
      const behaviors = definition.behaviors
        .map(one => (typeof one === 'string' ? byName[one] : one))
        .filter(one => one !== undefined && one !== null);
      return inPlace ? Object.assign(definition, { behaviors }) : { ...definition, behaviors };
    },
  };
}

type KernelBehavior = Parameters<KernelComponent['hasBehavior']>[0];

/** The adapter wraps the kernel's behaviours, and its types do not say so. */
function inKernel(behavior: object): KernelBehavior {
  return (behavior as { _$: KernelBehavior })._$;
}
