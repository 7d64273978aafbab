/** The product's paper, ink and green, and its night. Widths that change are set by the script, which the policy allows. */
export const wakingStyle = `
:root { --ink: #14241b; --secondary: #5b6b62; --hairline: #cfdad2; --paper: #f4f7f4; --green: #0a7a4c; color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8f0ea; --secondary: #9db0a4; --hairline: #2c3a32; --paper: #101713; --green: #35b67c; }
}
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; }
body { display: grid; place-items: center; padding: 24px; background: var(--paper); color: var(--ink);
  font: 16px / 1.6 system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif; font-variant-numeric: tabular-nums; }
main { width: min(360px, 100%); text-align: center; }
.map { display: block; width: 100%; margin-bottom: 12px; }
.track { fill: none; stroke: var(--hairline); stroke-width: 6; stroke-linejoin: round; stroke-linecap: round; }
.done { stroke: var(--green); stroke-dasharray: 100; stroke-dashoffset: 100; transition: stroke-dashoffset 0.7s linear; }
.station { fill: var(--paper); stroke: var(--hairline); stroke-width: 4; transition: stroke 0.7s; }
.lit { stroke: var(--green); }
h1 { margin: 0 0 16px; font-size: 24px; font-weight: 600; }
.bar { height: 6px; border-radius: 3px; overflow: hidden; background: var(--hairline); }
.bar i { display: block; width: 0; height: 100%; background: var(--green); transition: width 0.7s linear; }
p { margin: 16px 0 0; }
.quiet { margin-top: 4px; color: var(--secondary); font-size: 14px; }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`;
