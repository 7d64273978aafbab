import type { Unit } from '../../build/app-bundle';
import type { Problems } from '../problems/problems';
import type { Kernel } from './app-space';
import type { KernelComponent } from './glass-easel';
import { elementOf, ownerOf } from './node-access';

/** Takes the place of every tag that neither the page nor the simulator knows, and says so. */
export function defineMissingComponent(
  { space }: Kernel,
  units: Record<string, Unit>,
  problems: Problems,
): void {
  space.getComponentSpace().defineComponent({
    is: '',
    lifetimes: {
      created(this: unknown) {
        const node = this as KernelComponent & { tagName: string };
        const owner = ownerOf(node)?.is ?? '';
        const source = units[owner]?.missing[node.tagName];
        const detail = source === undefined ? '没有声明，模拟器也没有这个内置组件' : `找不到 ${source}`;
        problems.report('component', `<${node.tagName}>`, `${owner}：组件 <${node.tagName}> ${detail}`);
        markElement(elementOf(node), node.tagName);
      },
    },
  });
}

function markElement(element: HTMLElement | null, tag: string): void {
  element?.setAttribute('data-missing-component', `缺少组件 <${tag}>`);
}

export const missingStyle = `[data-missing-component] { display: block; padding: 8px; border: 1px dashed #c0362c;
  color: #c0362c; font-size: 12px } [data-missing-component]::before { content: attr(data-missing-component) }`;
