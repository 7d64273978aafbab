const record = require('../../record');
Page(
  record(
    {
      modes: ['scaleToFill', 'aspectFit', 'aspectFill', 'widthFix', 'heightFix', 'top left', 'center'],
      nodes: [
        { name: 'div', attrs: { style: 'width:100rpx' }, children: [{ type: 'text', text: '节点&nbsp;好' }] },
        { name: 'iframe' },
      ],
    },
    {
      onShareAppMessage(options) {
        this.on({ type: 'share', detail: options });
        return { title: '来看', path: '/pages/target/target' };
      },
    },
  ),
);
