import { makeWheel, type Wheel } from './wheel';

const ITEM_HEIGHT = 40;

export interface PickerSheet {
  /** Other items in a column, and which of them is chosen. */
  fill(column: number, items: string[], index: number): void;
  /** @returns the chosen index of each column, or null when it was put away */
  closed: Promise<number[] | null>;
  close(answer: number[] | null): void;
}

/** The sheet that comes up from the bottom with its turning columns, 取消 and 确定. */
export function openPickerSheet(
  header: string,
  columns: number,
  turned: (column: number, index: number) => void,
): PickerSheet {
  const layer = build(header);
  const body = layer.querySelector<HTMLElement>('.wx-picker-columns');
  const wheels = Array.from({ length: columns }, (_, column) =>
    addColumn(body ?? layer, index => turned(column, index)),
  );
  let answer: (chosen: number[] | null) => void = () => {};
  const closed = new Promise<number[] | null>(resolve => {
    answer = resolve;
  });
  const close = (chosen: number[] | null): void => {
    for (const { wheel } of wheels) wheel.stop();
    layer.remove();
    answer(chosen);
  };
  layer.addEventListener('click', event => {
    const action = event.target instanceof HTMLElement ? event.target.dataset.action : undefined;
    if (action === 'cancel') close(null);
    if (action === 'confirm') close(wheels.map(({ wheel }) => wheel.index()));
  });
  return {
    fill: (column, items, index) => wheels[column]?.fill(items, index),
    closed,
    close,
  };
}

function build(header: string): HTMLElement {
  const layer = document.createElement('div');
  layer.className = 'wx-picker-layer';
  layer.innerHTML = `
    <div class="wx-picker-mask" data-action="cancel"></div>
    <div class="wx-picker-sheet" role="dialog" aria-modal="true">
      <div class="wx-picker-bar">
        <button type="button" class="wx-picker-cancel" data-action="cancel">取消</button>
        <span class="wx-picker-title"></span>
        <button type="button" class="wx-picker-confirm" data-action="confirm">确定</button>
      </div>
      <div class="wx-picker-columns"></div>
    </div>`;
  const title = layer.querySelector('.wx-picker-title');
  if (title !== null) title.textContent = header;
  document.body.append(layer);
  return layer;
}

interface Column {
  wheel: Wheel;
  fill(items: string[], index: number): void;
}

function addColumn(body: HTMLElement, settled: (index: number) => void): Column {
  const scroller = document.createElement('div');
  scroller.className = 'wx-picker-column';
  scroller.setAttribute('role', 'listbox');
  body.append(scroller);
  const wheel = makeWheel({ scroller, itemHeight: () => ITEM_HEIGHT, settled });
  return {
    wheel,
    fill(items, index) {
      scroller.replaceChildren(...items.map(pickerItem));
      wheel.turnTo(Math.min(index, items.length - 1));
    },
  };
}

function pickerItem(label: string): HTMLElement {
  const item = document.createElement('div');
  item.className = 'wx-picker-item';
  item.setAttribute('role', 'option');
  item.textContent = label;
  return item;
}
