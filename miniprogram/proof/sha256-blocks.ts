/** Bytes that one round of the compression function takes (FIPS 180-4, 1). */
export const BLOCK_BYTES = 64;

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const CONSTANTS = fractionsOfRoots(64, Math.cbrt);

/** First 32 bits of the fractional parts of the square roots of the first eight primes (FIPS 180-4, 5.3.3). */
export const INITIAL_STATE = fractionsOfRoots(8, Math.sqrt);

const schedule = new Int32Array(64);

/** Runs the compression function (FIPS 180-4, 6.2.2) over `count` blocks of `bytes` from `offset`, changing `state`. */
export function compressBlocks(state: Int32Array, bytes: Uint8Array, offset: number, count: number): void {
  for (let block = 0; block < count; block += 1) {
    fillSchedule(bytes, offset + block * BLOCK_BYTES);
    compress(state);
  }
}

function fillSchedule(bytes: Uint8Array, offset: number): void {
  const w = schedule;
  for (let t = 0, at = offset; t < 16; t += 1, at += 4) {
    w[t] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  }
  for (let t = 16; t < 64; t += 1) {
    const x = w[t - 15]!;
    const y = w[t - 2]!;
    const sigma0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const sigma1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[t] = (w[t - 16]! + sigma0 + w[t - 7]! + sigma1) | 0;
  }
}

/** The letters are the standard's own, so that the lines can be read beside it. */
function compress(state: Int32Array): void {
  const w = schedule;
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; t < 64; t += 1) {
    const sum1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + sum1 + (g ^ (e & (f ^ g))) + CONSTANTS[t]! + w[t]!) | 0;
    const sum0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (sum0 + ((a & b) | (c & (a | b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  // An Int32Array keeps the low 32 bits of a sum by itself.
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

function fractionsOfRoots(count: number, root: (prime: number) => number): Int32Array {
  const values = new Int32Array(count);
  let found = 0;
  for (let candidate = 2; found < count; candidate += 1) {
    if (!isPrime(candidate)) continue;
    values[found++] = ((root(candidate) % 1) * 2 ** 32) | 0;
  }
  return values;
}

function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) {
    if (candidate % divisor === 0) return false;
  }
  return true;
}
