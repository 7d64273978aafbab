Page({
  data: { scene: 'none' },
  onLoad({ scene }) {
    if (scene) this.setData({ scene });
  },
});
