// The server of a user's own reward: `cadforge-worker --hook FILE.py FUNCTION`.
//
// The file is loaded first, with everything it imports at its top; then the process confines itself
// as a program's child does (no network, no processes, no writing) and serves requests on
// descriptors 3 and 4. First frame out: kHello, JSON {} or {error}. Then, for each kRequest (head =
// JSON of the sample, bytes = its B-rep) one kReply, JSON {reward, notes} or {error}.
#pragma once

#include <string>

namespace cadforge::env {

/// Returns the process's exit status.
int serve_hook(const std::string& file, const std::string& function);

}  // namespace cadforge::env
