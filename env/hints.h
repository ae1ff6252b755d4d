// One line of advice for what CadQuery's own messages leave open, and for mistakes that raise
// nothing.
#pragma once

#include <string>

#include "rewards/build_result.h"
#include "rewards/geometry_report.h"

namespace cadforge::env {

/// What to do about a program that did not build; empty where its message says enough. Our own
/// words: of the program's text only a known name that it may have meant is repeated.
std::string build_hint(const rewards::BuildResult& build);

/// What to do about a shape that is none, judged by the measurer's finding and the mistakes noticed
/// on the way; empty for a sound one.
std::string shape_hint(const rewards::BuildResult& build, const rewards::GeometryReport& geometry);

/// The words for one noticed mistake; empty for a kind that is not known.
std::string trap_words(const rewards::Trap& trap);

}  // namespace cadforge::env
