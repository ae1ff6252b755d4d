// Mistakes that people and models make in CadQuery programs, put into a right one.
#pragma once

#include <string>
#include <vector>

namespace cadforge::env {

struct Mistake {
  std::string kind;     ///< "unknown name", "invented method", "dropped step", ...
  std::string program;  ///< the program with the mistake in it
  /// What the verdict will say first; empty where only building it can tell.
  std::string note;
};

/// Every mistake that the text of a right program offers, in a fixed order. Some of them may leave
/// the part as it was: only a verdict can tell.
std::vector<Mistake> mistakes_in(const std::string& program);

}  // namespace cadforge::env
