// Editability, measured: change a parameter of the program, build it again, look at what moved.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rewards/terms/terms.h"

namespace cadforge::rewards {

/// A live parameter and the value it is given in a rebuild.
struct Change {
  std::size_t parameter = 0;  ///< index into SourceFacts::live_parameters
  double value = 0;
};

/// The changes to try: at most `parameters` of the live ones in an order drawn by `seed`, each with
/// two values: 10 % up and 10 % down (whole numbers by at least one), in an order drawn too. The
/// second value is for where the first does not build: a part may have no room left in one
/// direction. Pure.
std::vector<std::array<Change, 2>> plan_changes(const SourceFacts& facts, int parameters,
                                                std::uint64_t seed);

/// `code` with the parameter's literal replaced by the new value.
std::string changed_source(const std::string& code, const SourceFacts& facts, const Change& change);

/// What became of one parameter: the change that was built last.
struct Rebuild {
  Change change;
  bool built = false;  ///< builds without a swallowed exception, and its shape can be measured
  GeometryReport shape;
};

struct Rebuilds {
  int wanted = 0;  ///< parameters to be found, if there are so many
  std::vector<Rebuild> tried;
  /// Of the spec's contracts, in their order: the program with that parameter set, compared with
  /// the reference rebuilt in the same way. Not built where the program has no such parameter.
  std::vector<Rebuild> contracts;
};

/// The change that a contract asks of a program; none where no live parameter has that name.
std::optional<Change> contracted_change(const SourceFacts& facts, const ContractCheck& contract);

/// The rebuilt shape is valid, of as many pieces, and measurably another one.
bool drives(const GeometryReport& shape, const Rebuild& rebuild);

/// 0.60 share of the wanted parameters that drive the shape + 0.25 live parameters beside the
/// reference's
/// + 0.15 (1 - share of magic numbers).
///
/// A parameter drives the shape where the rebuilt one is valid, has as many solids and no more
/// separate groups, and its pose-free signature (volume, area, principal inertia, extents) has
/// changed by more than 0.05 %. Counted are independent directions: a parameter that moves the
/// signature along the same line as one before it is a second name for it. Half where its value is
/// a stated extent, its own alone, and the part's extents did not follow it, it and no other.
///
/// Where the spec has contracts, 0.6 of that + 0.4 of their weighted mean. A contract is kept as
/// far as the IoU of the rebuilt part with the rebuilt reference has headroom over that of the
/// reference left as it is: 0 where nothing changed, 1 at the same part (counted up to 0.98).
double editability_term(const TaskSpec& spec, const ReferenceFacts& reference,
                        const SourceFacts& facts, const GeometryReport& shape,
                        const Rebuilds& rebuilds, std::vector<Finding>& findings);

}  // namespace cadforge::rewards
