import { evidenceCommitment, sha256Hex, WeakSaltError } from '../../../miniprogram/proof';

const SALT = '000102030405060708090a0b0c0d0e0f';

test('commits to salt and canonical evidence', () => {
  expect(evidenceCommitment(SALT, { to: '福田', from: '罗湖' })).toBe(
    sha256Hex(`${SALT}.{"from":"罗湖","to":"福田"}`),
  );
});

test('another salt or another piece of evidence gives another commitment', () => {
  const commitments = [
    evidenceCommitment(SALT, { metres: 1 }),
    evidenceCommitment(SALT, { metres: 2 }),
    evidenceCommitment(`${SALT}0`, { metres: 1 }),
  ];
  expect(new Set(commitments).size).toBe(3);
});

test.each(['', 'short', 'a'.repeat(21), `${SALT}.`, `盐${SALT}`])('refuses the salt %j', salt => {
  expect(() => evidenceCommitment(salt, {})).toThrow(WeakSaltError);
});
