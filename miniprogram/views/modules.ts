/**
 * Parts of the package that need a licence or a service category at WeChat. A build profile that leaves one out writes this
 * file anew along with it (`npm run build:mini-program`); nothing is switched off in a package that has it.
 */
export const modules: Readonly<Record<'track', boolean>> = { track: true };
