import { readFileSync } from 'node:fs';

const pageBytes = 4096;

/** Memory that a process holds, by the kernel's account; null where there is no /proc. */
export function residentMegabytes(pid: number): number | null {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
    return (pages * pageBytes) / (1024 * 1024);
  } catch {
    return null;
  }
}
