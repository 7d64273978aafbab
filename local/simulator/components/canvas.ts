import { defineBuiltIn } from './built-in';
import { type CanvasNode, canvasNode } from './canvas-node';
import { privateState } from './private-state';
import { flag, text } from './property';

const inner = privateState(() => ({ observer: null as ResizeObserver | null }));

/** Canvas of type 2d and webgl; `exposedNode` is what SelectorQuery's `node` answers. */
export const canvas = defineBuiltIn({
  tag: 'canvas',
  properties: { type: text(), canvasId: text(), disableScroll: flag() },
  multipleSlots: false,
  template: '<h-canvas class="wx-canvas-content" /><h-div class="wx-canvas-over"><slot /></h-div>',
  style: `
    wx-canvas { display: block; position: relative; width: 300px; height: 150px }
    .wx-canvas-content { display: block; width: 100%; height: 100% }
    .wx-canvas-over { position: absolute; top: 0; left: 0; width: 100%; height: 100%; overflow: hidden; pointer-events: none }`,
  methods: {
    exposedNode(): CanvasNode | null {
      const element = this.find<HTMLCanvasElement>('.wx-canvas-content');
      return element === null ? null : canvasNode(element, source => this.resolveAsset(source));
    },
  },
  attached() {
    const element = this.find<HTMLCanvasElement>('.wx-canvas-content');
    if (element === null || this.data.type === '2d' || this.data.type === 'webgl') return;
    // The old kind of canvas has as many pixels as it is large; the new kind has what the page gives it.
    const observer = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = this.host;
      if (element.width !== clientWidth) element.width = clientWidth;
      if (element.height !== clientHeight) element.height = clientHeight;
    });
    observer.observe(this.host);
    inner(this).observer = observer;
  },
  detached() {
    inner(this).observer?.disconnect();
  },
});
