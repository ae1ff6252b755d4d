#include "rewards/profiles/profile.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <stdexcept>
#include <vector>

namespace cadforge::rewards {
namespace {

constexpr std::array kProfiles = {Profile::kVerified, Profile::kPublishedDense,
                                  Profile::kPublishedStrict};

}  // namespace

const char* profile_name(Profile profile) {
  switch (profile) {
    case Profile::kVerified:
      return "verified";
    case Profile::kPublishedDense:
      return "published_dense";
    case Profile::kPublishedStrict:
      return "published_strict";
  }
  return "";
}

Profile parse_profile(const std::string& name) {
  std::vector<std::string> names;
  for (const auto profile : kProfiles) {
    if (name == profile_name(profile)) return profile;
    names.push_back(profile_name(profile));
  }
  throw std::invalid_argument(
      fmt::format("reward profile: expected {}, got \"{}\"", fmt::join(names, ", "), name));
}

}  // namespace cadforge::rewards
