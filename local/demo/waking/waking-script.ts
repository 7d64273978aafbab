/**
 * Asks how far the month is and shows it. When the pages are there they are loaded, with whatever the address asked for;
 * when nobody answers, that is said, and it goes on by itself when the demo is started again.
 */
export const wakingScript = `
const part = id => document.getElementById(id);
function show({ share, daysDone, daysInAll }) {
  const percent = Math.floor(share * 100);
  part('percent').textContent = percent;
  part('bar').setAttribute('aria-valuenow', percent);
  part('fill').style.width = percent + '%';
  part('done').style.strokeDashoffset = 100 - percent;
  document.querySelectorAll('.station').forEach((station, number, { length }) =>
    station.classList.toggle('lit', percent >= Math.round((number / (length - 1)) * 100)));
  part('note').textContent = daysDone > 0
    ? '第 ' + daysDone + ' / ' + daysInAll + ' 天，一百多位乘客在坐地铁'
    : '一百多位乘客正在领卡、绑卡，准备出门';
}
async function ask() {
  try {
    const response = await fetch('/operator/state');
    const state = await response.json();
    // Only the waking port counts days: without them the pages have taken its place.
    if (response.ok && !('daysInAll' in state)) return location.reload();
    if (response.ok) show(state);
  } catch {
    part('note').textContent = '停下来了。在终端里重新运行 npm start，会从这里接着来';
  }
  setTimeout(ask, 700);
}
ask();
`;
