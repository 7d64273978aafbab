/** `12846` as `12,846`. The phone has no `Intl`. */
export const thousands = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, ',');

/** With the sign that says where it went; a zero has none. */
export function signed(amount: number): string {
  if (amount === 0) return '0';
  return amount > 0 ? `+${thousands(amount)}` : `−${thousands(-amount)}`;
}

/** `27,467 米` exactly. */
export const metresText = (metres: number): string => `${thousands(metres)} 米`;

/** As people say distances: below a kilometre in metres, above with one decimal. */
export function distanceText(metres: number): string {
  return metres < 1_000 ? `${metres} 米` : `${thousandsWithDecimal(metres / 1_000)} 公里`;
}

/** Grams below ten kilograms, kilograms with one decimal above. */
export function massText(grams: number): string {
  return grams < 10_000 ? `${thousands(grams)} 克` : `${thousandsWithDecimal(grams / 1_000)} 千克`;
}

/** Milligrams a kilometre as `46.7 克/公里`: as many decimals as the source gives. */
export const factorText = (milligramsPerKm: number): string => `${milligramsPerKm / 1_000} 克/公里`;

function thousandsWithDecimal(value: number): string {
  const [whole = '0', decimal = '0'] = value.toFixed(1).split('.');
  return `${thousands(Number(whole))}.${decimal}`;
}
