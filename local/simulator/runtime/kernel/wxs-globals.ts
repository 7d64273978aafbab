import { constructorName } from '../../build/template/transform-wxs';

/** What the generated template code of the build calls for WXS. @param date follows the endpoint's clock */
export function wxsGlobals(date: DateConstructor): object {
  return {
    getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
    getDate: (...values: [number]) => new date(...values),
  };
}

/** In WXS `x.constructor` is the type's name; the build renamed the property. */
export function defineWxsConstructor(): void {
  Object.defineProperty(Object.prototype, constructorName, {
    configurable: true,
    get(this: object) {
      return Object.prototype.toString.call(this).slice(8, -1);
    },
  });
}
