/**
 * Loaded into a server's process before the server itself (`node --require`): tells the bench, which has started it, how
 * much processor time the process has used, more finely than /proc does, and ends it together with the bench.
 */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicros: user + system });
});
process.on('disconnect', () => process.exit(1));
// Under a tracer the bench knows the tracer's process only.
process.send?.({ pid: process.pid });
