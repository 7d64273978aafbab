/** What a step of an animation consists of, as the `animation` property of a component takes it. */
export interface AnimationStep {
  animates: { type: string; args: unknown[] }[];
  option: {
    transformOrigin: string;
    transition: { duration: number; timingFunction: string; delay: number };
  };
}

interface Timing {
  duration?: number;
  timingFunction?: string;
  delay?: number;
  transformOrigin?: string;
}

const transforms = [
  ...[
    'rotate',
    'rotateX',
    'rotateY',
    'rotateZ',
    'rotate3d',
    'scale',
    'scaleX',
    'scaleY',
    'scaleZ',
    'scale3d',
  ],
  ...['translate', 'translateX', 'translateY', 'translateZ', 'translate3d'],
  ...['skew', 'skewX', 'skewY', 'matrix', 'matrix3d'],
];
const properties = ['opacity', 'backgroundColor', 'width', 'height', 'left', 'right', 'top', 'bottom'];

const kebab = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
const withUnit = (value: unknown): unknown => (typeof value === 'number' ? `${value}px` : value);

/** `wx.createAnimation`: movements are collected, `step` closes a group that runs at the same time, `export` hands all over. */
export function createAnimation(usual: Timing = {}): object {
  let movements: AnimationStep['animates'] = [];
  let steps: AnimationStep[] = [];
  const animation: Record<string, unknown> = {
    step(timing: Timing = {}) {
      steps.push({ animates: movements, option: optionOf({ ...usual, ...timing }) });
      movements = [];
      return animation;
    },
    export() {
      const actions = steps;
      steps = [];
      return { actions };
    },
  };
  const add = (type: string, args: unknown[]): object => {
    movements.push({ type, args });
    return animation;
  };
  for (const type of transforms) animation[type] = (...args: unknown[]) => add(type, args);
  for (const name of properties) animation[name] = (value: unknown) => add('style', styleOf(name, value));
  return animation;
}

function styleOf(name: string, value: unknown): unknown[] {
  const isLength = name !== 'opacity' && name !== 'backgroundColor';
  return [kebab(name), isLength ? withUnit(value) : value];
}

function optionOf(timing: Timing): AnimationStep['option'] {
  const { duration = 400, timingFunction = 'linear', delay = 0, transformOrigin = '50% 50% 0' } = timing;
  return { transformOrigin, transition: { duration, timingFunction, delay } };
}
