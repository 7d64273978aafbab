import { defineBuiltIn } from './built-in';
import { privateState } from './private-state';
import { flag } from './property';

const moved = privateState(() => ({ content: null as HTMLElement | null }));

/** Lifts its content out of whatever clips or transforms it, to the end of the page. */
export const rootPortal = defineBuiltIn({
  tag: 'root-portal',
  properties: { enable: flag(true) },
  template: '<h-div class="wx-root-portal-content"><slot /></h-div>',
  style: 'wx-root-portal, .wx-root-portal-content { display: contents }',
  observers: {
    enable() {
      this.place();
    },
  },
  methods: {
    place(): void {
      const state = moved(this);
      state.content ??= this.find('.wx-root-portal-content');
      if (state.content === null || !this.host.isConnected) return;
      const page = this.host.closest('wx-page') ?? document.body;
      (this.data.enable === true ? page : this.host).append(state.content);
    },
  },
  attached() {
    this.place();
  },
  detached() {
    moved(this).content?.remove();
  },
});
