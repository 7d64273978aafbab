import { indexOn, uniqueOn } from '../../../cloudfunctions/platform/deployment';

test('an index is named by its fields, and goes from large to small where a minus says so', () => {
  expect(uniqueOn('uid', '-position')).toEqual({
    name: 'uid_position',
    unique: true,
    fields: [
      { field: 'uid', direction: 1 },
      { field: 'position', direction: -1 },
    ],
  });
  expect(indexOn('-dueAtMs', '_id')).toMatchObject({ name: 'dueAtMs_id', unique: false });
});
