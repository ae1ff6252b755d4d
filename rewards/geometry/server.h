// The measuring server: framed requests (rewards/measure_codec.h) on descriptor 3, JSON reports
// on 4.
#pragma once

namespace cadforge::geometry {

/// Confines itself first: it reads what hostile programs made. Ends when the request pipe closes.
/// `namespaces`: its own, where the kernel lets it.
int serve_measurements(bool namespaces);

}  // namespace cadforge::geometry
