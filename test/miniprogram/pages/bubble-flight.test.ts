import { flightStyle } from '../../../miniprogram/pages/home/bubble-flight';

test('a bubble flies from where it is to the number on its card', () => {
  const card = { left: 16, top: 100, width: 358, height: 260 };
  const bubble = { left: 120, top: 300, width: 80, height: 50 };
  expect(flightStyle(card, bubble)).toBe('transform: translate(-80px, -153px) scale(0.5)');
});
