/** Variables that the platform itself sets in a function's process, or that change how Node runs. */
const reserved = /^(TCB_|WX_|TENCENTCLOUD_|SCF_|_SCF_|NODE_|TRIGGER_SRC$|TZ$|LD_|DYLD_)/;

export function reservedEnvironmentName(name: string): boolean {
  return reserved.test(name);
}
