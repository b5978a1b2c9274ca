/**
 * Loaded into the station's own process with `--import`: how long its loop was blocked. SIGUSR2 prints the longest block
 * and how often it was over 40 ms, in milliseconds since the last time, as one line on stderr.
 */
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';

/** The histogram's own tick is in every figure it gives. */
const TICK_MS = 1;

const delay = monitorEventLoopDelay({ resolution: TICK_MS });
delay.enable();
let longestPause = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longestPause = Math.max(longestPause, duration);
}).observe({ entryTypes: ['gc'] });

process.on('SIGUSR2', () => {
  const ms = (value) => value / 1e6 - TICK_MS;
  const line = { max: ms(delay.max), p99: ms(delay.percentile(99)), gc: longestPause };
  process.stderr.write(`loop ${JSON.stringify(line)}\n`);
  delay.reset();
  longestPause = 0;
});
