/** How long a bubble is on its way, and the room that it leaves takes to close; home.wxss moves them. */
export const FLIGHT_MS = 200;

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the number stands on its card: not far from the upper left corner. */
const NUMBER_LEFT_PX = 64;
const NUMBER_TOP_PX = 72;

/** The way from the middle of a bubble to the number, as a style. */
export function flightStyle(card: Box, bubble: Box): string {
  const right = card.left + NUMBER_LEFT_PX - (bubble.left + bubble.width / 2);
  const down = card.top + NUMBER_TOP_PX - (bubble.top + bubble.height / 2);
  return `transform: translate(${Math.round(right)}px, ${Math.round(down)}px) scale(0.5)`;
}

/** Measures both on the page. Without them the bubble simply fades. */
export function measureFlight(page: { createSelectorQuery(): WechatMiniprogram.SelectorQuery }, seq: number) {
  return new Promise<string>(resolve => {
    const query = page.createSelectorQuery();
    query.select('.balance').boundingClientRect();
    query.select(`.bubble-${seq}`).boundingClientRect();
    query.exec(([card, bubble]: (Box | null)[]) => resolve(card && bubble ? flightStyle(card, bubble) : ' '));
  });
}
