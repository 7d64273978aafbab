import Papa from 'papaparse';
import { ledgerPart } from '../../../../cloudfunctions/domain/personal-data/ledger-part';
import { exportStatement } from '../../../../miniprogram/packages/trips/services/export-statement';
import { csvRows } from '../../../../miniprogram/packages/trips/views/csv';
import { exportedColumns, exportedRow } from '../../../../miniprogram/packages/trips/views/exported-row';
import { installFakeWx, ok } from '../../services/fake-wx';
import { entryOf } from './entries';

describe('a cell', () => {
  test.each<[string, string]>([
    ['车公庙', '车公庙'],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
    [' a', '" a"'],
    ['=1+1', "'=1+1"],
    ['+41', "'+41"],
    ['-41', "'-41"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['  =1', `'  =1`],
    ['\t=1', `'\t=1`],
    ['=a,b', `"'=a,b"`],
  ])('%j is written %j', (text, written) => expect(csvRows([[text]])).toBe(`${written}\r\n`));

  test('that is a number stays one, also below zero', () => expect(csvRows([[-41, 0]])).toBe('-41,0\r\n'));

  test('is read again by others as it was', () => {
    const rows = [
      ['a,b', 'a"b\r\nc', '机场', ''],
      ['1', '', ' x ', '，'],
    ];
    expect(Papa.parse(csvRows(rows).trimEnd()).data).toEqual(rows);
  });
});

describe('a row', () => {
  const cells = (entry = entryOf()) =>
    Object.fromEntries(exportedRow(entry).map((cell, at) => [exportedColumns[at], cell]));

  test('has every column', () => {
    expect(exportedRow(entryOf())).toHaveLength(exportedColumns.length);
    expect(cells()).toEqual({
      编号: 7,
      '时间（北京）': '2026-11-20 09:03',
      事由: '出行减排',
      上车或起点: '机场',
      下车或终点: '车公庙',
      '乘车时间（北京）': '2026-11-20 08:12',
      出行方式: '地铁',
      减排变动: 1_282,
      奖励变动: 0,
      减排可用: 3_000,
      奖励可用: 88,
      已预留: 0,
      待抵扣: 0,
      凭证: 'trip:1',
    });
  });

  test('of a trip that has been forgotten keeps what the ledger knows', () => {
    expect(cells(entryOf({ trip: null }))).toMatchObject({ 事由: '出行减排', 上车或起点: '', 出行方式: '' });
  });

  test('calls a reason without words by its name', () => {
    expect(cells(entryOf({ reason: 'something-new' })).事由).toBe('something-new');
  });
});

test('the ledger in the export of everything calls things the same, without the trips of its other table', () => {
  const tripColumns = ['上车或起点', '下车或终点', '乘车时间（北京）', '出行方式'];
  const shared = exportedColumns.filter(column => !tripColumns.includes(column));
  expect(ledgerPart.sheet!.head).toEqual([...shared, '哈希']);
});

describe('the whole statement', () => {
  /** A server with `count` entries; `missing` of them is not there. */
  const serve = (count: number, missing = 0) => {
    const fake = installFakeWx();
    fake.answer = ({ input }) => {
      const { cursor = count + 1, limit } = input as { cursor?: number; limit: number };
      const seqs = Array.from({ length: count }, (_, at) => count - at).filter(
        seq => seq < cursor && seq !== missing,
      );
      const entries = seqs.slice(0, limit).map(seq => entryOf({ seq }));
      return ok({ account: 'user:r', entries, nextCursor: seqs.length > limit ? entries.at(-1)!.seq : null });
    };
    return fake;
  };

  test.each([
    [0, 1],
    [200, 1],
    [201, 2],
    [1_440, 8],
  ])('of %i entries is read in %i calls, each entry once, with the progress', async (count, calls) => {
    const fake = serve(count);
    const seqs: number[] = [];
    const told: number[] = [];
    const read = await exportStatement(async (entries, so, total) => {
      seqs.push(...entries.map(({ seq }) => seq));
      told.push(so);
      expect(total).toBe(count);
      return true;
    });
    expect([read, fake.procedures.length]).toEqual([count, calls]);
    expect(seqs).toEqual(Array.from({ length: count }, (_, at) => count - at));
    expect(told.at(-1)).toBe(count);
  });

  test.each([1, 100, 101, 299])('of which number %i is missing is refused', async missing => {
    serve(300, missing);
    await expect(exportStatement(async () => true)).rejects.toThrow('missing');
  });

  test('ends when nobody wants it any more', async () => {
    const fake = serve(1_000);
    expect(await exportStatement(async () => false)).toBe(200);
    expect(fake.procedures).toHaveLength(1);
  });
});
