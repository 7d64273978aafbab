/** A stop of the line on the page: what happens to a ride on its way to credits. */
interface Stop {
  name: string;
  explanation: string;
}

const stops: Stop[] = [
  { name: '乘车', explanation: '像平时一样进站、出站。' },
  { name: '核验', explanation: '运营方为每趟行程签名，同一趟只算一次。' },
  { name: '入账', explanation: '按公开系数算出减排克数，记进账本。' },
];

Page({
  data: {
    /** Display: the stations of the line, top to bottom. */
    stops,
  },
});
