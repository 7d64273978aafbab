import * as contract from '../../../../../cloudfunctions/contract/permissions';
import {
  neverTemporary,
  permissionLabels,
} from '../../../../../miniprogram/packages/staff/views/permission-labels';

test('permissions are called as the contract calls them', () => {
  const labels = Object.entries(contract.permissions).map(([name, { label }]) => [name, label]);
  expect(Object.entries(permissionLabels)).toEqual(labels);
});

test('those that no elevation gives are the contract’s', () => {
  expect(neverTemporary).toEqual(contract.neverTemporary);
});
