const record = require('../../record');
const here = { latitude: 22.54, longitude: 114.05 };
Page(
  record(
    {
      pageStyle: 'background-color: rgb(9, 8, 7)',
      narrow: 100,
      shown: false,
      markers: [{ id: 5, ...here, title: '家' }],
      lines: [{ points: [here, { latitude: 22.545, longitude: 114.06 }], color: '#00ff00', width: 4 }],
      circles: [{ ...here, radius: 500, color: '#0000ff' }],
    },
    {
      onReady() {
        wx.createSelectorQuery()
          .select('#drawing')
          .fields({ node: true, size: true })
          .exec(([found]) => {
            found.node.width = 100;
            found.node.height = 50;
            const context = found.node.getContext('2d');
            context.fillStyle = 'rgb(255, 0, 0)';
            context.fillRect(0, 0, 100, 50);
            this.on({
              type: 'drawn',
              detail: { width: found.width, pixel: Array.from(context.getImageData(5, 5, 1, 1).data) },
            });
          });
      },
      open() {
        this.setData({ shown: true });
      },
    },
  ),
);
