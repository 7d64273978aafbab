import type { Phone } from './phone/phone';
import type { Screen } from './phone/phone-sizes';

/** Room around the phone, with its edge. */
const MARGIN = 48;
/** Lower than the lowest phone nobody needs; the page scrolls then. */
const LEAST_HEIGHT = 520;

/**
 * Keeps the phone inside the window: the screen becomes lower rather than smaller, so that text stays as it is. Without a
 * panel the window is the screen. @returns chooses another screen
 */
export function fitPhone(phone: Phone): (screen: Screen) => void {
  let chosen: Screen = { width: 390, height: 844 };
  const adapt = (): void => {
    const isBare = document.documentElement.classList.contains('bare');
    const height = Math.min(chosen.height, Math.max(LEAST_HEIGHT, innerHeight - MARGIN));
    phone.resize(isBare ? { width: innerWidth, height: innerHeight } : { width: chosen.width, height });
  };
  addEventListener('resize', adapt);
  adapt();
  return screen => {
    chosen = screen;
    adapt();
  };
}
