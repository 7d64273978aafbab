import { collectedBubbles, rememberCollected } from '../../../miniprogram/services/collected-bubbles';
import { installFakeWx } from './fake-wx';

test('remembers the last fifty, each once', () => {
  installFakeWx();
  expect(collectedBubbles()).toEqual([]);
  for (let seq = 1; seq <= 60; seq += 1) rememberCollected(seq);
  rememberCollected(60);
  expect(collectedBubbles()).toHaveLength(50);
  expect([collectedBubbles()[0], collectedBubbles().at(-1)]).toEqual([11, 60]);
});
