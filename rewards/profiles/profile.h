// Which reward: the verified one, or one of the two published ones that it is compared with.
#pragma once

#include <string>

namespace cadforge::rewards {

enum class Profile { kVerified, kPublishedDense, kPublishedStrict };

/// A profile and how much of it is computed.
struct Scoring {
  Profile profile = Profile::kVerified;
  /// Published profiles only: compare meshes with the task's reference, instead of boxes with the
  /// published one.
  bool full = false;

  bool published() const { return profile != Profile::kVerified; }
};

/// "verified", "published_dense", "published_strict".
const char* profile_name(Profile profile);
/// Throws std::invalid_argument naming the profiles there are.
Profile parse_profile(const std::string& name);

}  // namespace cadforge::rewards
