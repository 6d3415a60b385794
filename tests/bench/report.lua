-- What wrk prints at the end: one line of JSON. Latencies in milliseconds.
function done(summary, latency, requests)
   local failed = summary.errors
   io.write(string.format(
      '\n{"requests":%d,"seconds":%.6f,"errors":%d,"p50":%.3f,"p95":%.3f}\n',
      summary.requests, summary.duration / 1e6,
      failed.connect + failed.read + failed.write + failed.status + failed.timeout,
      latency:percentile(50) / 1000, latency:percentile(95) / 1000))
end
