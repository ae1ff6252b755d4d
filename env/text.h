// Words in error messages.
#pragma once

#include <string>
#include <vector>

namespace cadforge::env {

/// The known name closest to `name` by edit distance.
std::string nearest(const std::string& name, const std::vector<std::string>& known);

}  // namespace cadforge::env
