/**
 * npm runs scripts in a shell that dies of SIGTERM without passing it on. A process whose shell is gone has been
 * told to stop, and a station would otherwise keep its port for ever.
 */
export function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
