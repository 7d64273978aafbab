/** Pixels of the canvas a cell: whole ones, so that edges are sharp. */
const CELL_PIXELS = 8;
/** The rim that scanners need around a code. */
const RIM_CELLS = 4;

/** What is used of a canvas. */
interface Pen {
  fillStyle: string;
  fillRect(x: number, y: number, width: number, height: number): void;
}

function drawCode(pen: Pen, rows: readonly string[], side: number): void {
  // Black on white in both themes: many scanners read no light code on a dark ground.
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, side, side);
  pen.fillStyle = '#000000';
  rows.forEach((cells, row) => {
    [...cells].forEach((cell, column) => {
      if (cell !== '1') return;
      const [x, y] = [(column + RIM_CELLS) * CELL_PIXELS, (row + RIM_CELLS) * CELL_PIXELS];
      pen.fillRect(x, y, CELL_PIXELS, CELL_PIXELS);
    });
  });
}

/** A QR code that the server has computed: `picture` row by row, `1` being dark. */
Component({
  properties: {
    picture: { type: Array, value: [] as string[] },
    /** What a screen reader says of it. */
    label: String,
  },
  observers: {
    picture() {
      this.draw();
    },
  },
  lifetimes: {
    ready() {
      this.draw();
    },
  },
  methods: {
    draw() {
      const rows = this.data.picture as string[];
      if (rows.length === 0) return;
      this.createSelectorQuery()
        .select('#code')
        .node(found => {
          const canvas = (found as { node: WechatMiniprogram.Canvas } | null)?.node;
          // Another picture may have come while the canvas was looked for.
          if (!canvas || rows !== this.data.picture) return;
          const side = (rows.length + 2 * RIM_CELLS) * CELL_PIXELS;
          canvas.width = side;
          canvas.height = side;
          drawCode(canvas.getContext('2d') as Pen, rows, side);
        })
        .exec();
    },
  },
});
