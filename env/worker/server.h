// The build server: requests in on descriptor 3, replies out on descriptor 4.
//
// First frame out: kHello, JSON {layers}: what a confined child really got. Then, for each kRequest
// (JSON {source, wall_seconds, cpu_seconds, memory_bytes, brep_bytes, published}), one kReply: head
// = JSON of BuildResult, bytes = the B-rep. `published`: by the rules of published.py instead of
// runner.py. Ends when the request pipe closes.
#pragma once

namespace cadforge::env {

/// `namespaces`: its own, where the kernel lets it.
int serve_builds(bool namespaces);

}  // namespace cadforge::env
