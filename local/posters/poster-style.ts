/** A sheet of A4, drawn with the product's dots and lines. */
export const posterStyle = `
@page { size: A4; margin: 0; }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { background: #ffffff; color: #14241b; font-family: "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
.sheet { display: flex; flex-direction: column; align-items: center; width: 210mm; height: 297mm; padding: 18mm 20mm 14mm;
  overflow: hidden; break-after: page; }
.sheet:last-child { break-after: auto; }
header { display: flex; align-items: center; color: #0a7a4c; font-size: 20pt; font-weight: 700; }
header span { margin-left: 4mm; }
.dot { width: 5mm; height: 5mm; border: 1.4mm solid #0a7a4c; border-radius: 50%; }
.rail { width: 16mm; height: 1.4mm; background: #0a7a4c; }
h1 { margin-top: 9mm; font-size: 44pt; line-height: 1.15; text-align: center; }
.lines { margin-top: 4mm; font-size: 15pt; color: #5b6b62; }
.lines span + span::before { content: " · "; }
.code { width: 112mm; height: 112mm; margin-top: 7mm; }
h2 { margin-top: 4mm; font-size: 24pt; }
ol { width: 100%; margin-top: 8mm; list-style: none; counter-reset: step; }
li { display: flex; align-items: baseline; padding: 2mm 0; font-size: 14pt; counter-increment: step; }
li::before { content: counter(step); flex: none; width: 8mm; height: 8mm; margin-right: 4mm; border-radius: 50%;
  background: #e4f3ea; color: #0a7a4c; font-weight: 700; line-height: 8mm; text-align: center; }
li b { flex: none; width: 38mm; }
li span { color: #5b6b62; }
footer { margin-top: auto; color: #5b6b62; font-size: 10pt; line-height: 1.6; text-align: center; }
`;
