import type { KernelElement } from '../kernel/glass-easel';
import { elementOf } from '../kernel/node-access';

interface AnimationStep {
  animates?: { type?: string; args?: unknown[] }[];
  option?: {
    transformOrigin?: string;
    transition?: { duration?: number; timingFunction?: string; delay?: number };
  };
}

/** Plays what `wx.createAnimation().export()` gave: step after step, each a transition to its values. */
export function applyAnimation(node: KernelElement, value: unknown): void {
  const element = elementOf(node);
  const { actions } = (value ?? {}) as { actions?: AnimationStep[] };
  if (element === null || !Array.isArray(actions)) return;
  let atMs = 0;
  for (const step of actions) {
    const { duration = 400, delay = 0 } = step.option?.transition ?? {};
    setTimeout(() => applyStep(element, step), atMs);
    atMs += duration + delay;
  }
}

function applyStep(element: HTMLElement, { animates = [], option = {} }: AnimationStep): void {
  const { duration = 400, timingFunction = 'linear', delay = 0 } = option.transition ?? {};
  element.style.transition = `all ${duration}ms ${timingFunction} ${delay}ms`;
  if (option.transformOrigin !== undefined) element.style.transformOrigin = option.transformOrigin;
  const transforms: string[] = [];
  for (const { type = '', args = [] } of animates) {
    if (type === 'style') element.style.setProperty(String(args[0]), String(args[1]));
    else transforms.push(transformText(type, args));
  }
  if (transforms.length > 0) element.style.transform = transforms.join(' ');
}

const angles = /^(rotate|skew)/;
const lengths = /^translate/;

function transformText(type: string, values: unknown[]): string {
  const unit = (value: unknown, index: number): string => {
    if (typeof value !== 'number') return String(value);
    if (lengths.test(type)) return `${value}px`;
    return angles.test(type) && (type !== 'rotate3d' || index === 3) ? `${value}deg` : String(value);
  };
  return `${type}(${values.map(unit).join(', ')})`;
}
