#include "rewards/terms/editability.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

#include "rewards/terms/terms.h"

namespace cadforge::rewards {
namespace {

constexpr double kStep = 0.10;
constexpr double kMoved = 5e-4;       // relative change that counts
constexpr double kSameLine = 0.9999;  // cosine between two responses
constexpr double kEnoughNames = 0.6;  // of the reference's live parameters
constexpr double kDrives = 0.60, kNames = 0.25, kMagic = 0.15;
constexpr double kContracts = 0.4;     // of the term, where there are any
constexpr double kSameShape = 0.98;    // IoU from which on two rebuilt parts are one
constexpr double kWorthSaying = 0.95;  // of a contract that is kept

std::uint64_t mixed(std::uint64_t x) {  // SplitMix64
  x += 0x9E3779B97F4A7C15;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

double moved(const SourceFacts::Parameter& parameter, int direction) {
  const double value = parameter.value;
  if (value == 0) return direction;
  if (!parameter.integer) return value * (1 + direction * kStep);
  const double step = std::max(1.0, std::round(kStep * std::abs(value)));
  // A count of one has no way down.
  return std::abs(value) <= step && direction < 0 ? value + step : value + direction * step;
}

using Signature = std::array<double, 8>;

/// Numbers that do not depend on where the part lies or which way it turns.
Signature signature(const GeometryReport& shape) {
  Vec3 extents = shape.extents();
  std::sort(extents.begin(), extents.end());
  const Vec3& inertia = shape.principal_inertia;
  return {shape.volume, shape.area, inertia[0], inertia[1],
          inertia[2],   extents[0], extents[1], extents[2]};
}

/// Logarithm of what each number was multiplied by.
Signature response(const GeometryReport& before, const GeometryReport& after) {
  const Signature a = signature(before), b = signature(after);
  Signature out{};
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] > 1e-12 && b[i] > 1e-12) out[i] = std::log(b[i] / a[i]);
  }
  return out;
}

double dot(const Signature& a, const Signature& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

bool responds(const Signature& r) {
  return std::any_of(r.begin(), r.end(), [](double x) { return std::abs(x) > kMoved; });
}

bool keeps_pieces(const GeometryReport& before, const GeometryReport& after) {
  return after.solids == before.solids && after.components <= before.components;
}

// The stated extent that this parameter alone stands for, if there is one.
std::optional<double> owned_extent(const TaskSpec& spec, const SourceFacts& facts,
                                   const SourceFacts::Parameter& parameter) {
  const auto same = [&](double value) { return std::abs(value - parameter.value) < 1e-6; };
  const auto extents =
      std::count_if(spec.extents.begin(), spec.extents.end(), [&](const auto& check) {
        return check.value.low == check.value.high && same(check.value.low);
      });
  const auto names = std::count_if(facts.live_parameters.begin(), facts.live_parameters.end(),
                                   [&](const auto& other) { return same(other.value); });
  return extents == 1 && names == 1 ? std::optional<double>(parameter.value) : std::nullopt;
}

// The owned extent went from `from` to `to`, the other two stayed.
bool follows(const GeometryReport& before, const GeometryReport& after, double from, double to) {
  Vec3 wanted = before.extents(), got = after.extents();
  const auto nearest = std::min_element(wanted.begin(), wanted.end(), [&](double a, double b) {
    return std::abs(a - from) < std::abs(b - from);
  });
  *nearest += to - from;
  std::sort(wanted.begin(), wanted.end());
  std::sort(got.begin(), got.end());
  const double slack = 0.1 * std::abs(to - from);
  for (int i = 0; i < 3; ++i) {
    if (std::abs(wanted[i] - got[i]) > slack) return false;
  }
  return true;
}

/// Counts the parameters that drive the shape, each in a direction of its own.
class Drivers {
 public:
  Drivers(const TaskSpec& spec, const SourceFacts& facts, const GeometryReport& shape)
      : spec_(spec), facts_(facts), shape_(shape) {}

  double add(const Rebuild& rebuild, std::vector<Finding>& findings) {
    const auto& parameter = facts_.live_parameters[rebuild.change.parameter];
    const std::string change = fmt::format("{} = {:g} instead of {:g}", parameter.name,
                                           rebuild.change.value, parameter.value);
    const auto complain = [&](double worth, const std::string& what) {
      findings.push_back({0.02, change + what});
      return worth;
    };
    const GeometryReport& after = rebuild.shape;
    if (!rebuild.built || !after.ok()) return complain(0, " does not build");
    if (!keeps_pieces(shape_, after)) return complain(0, ": the part falls into other pieces");
    const Signature moved = response(shape_, after);
    if (!responds(moved)) return complain(0, " changes nothing");
    const bool known = std::any_of(seen_.begin(), seen_.end(), [&](const Signature& other) {
      const double both = std::sqrt(dot(moved, moved) * dot(other, other));
      return std::abs(dot(moved, other)) > kSameLine * both;
    });
    if (known) return complain(0, " moves what another parameter moves");
    seen_.push_back(moved);
    const auto extent = owned_extent(spec_, facts_, parameter);
    if (extent && !follows(shape_, after, *extent, rebuild.change.value))
      return complain(0.5, ": the extent it names does not follow it alone");
    return 1;
  }

 private:
  const TaskSpec& spec_;
  const SourceFacts& facts_;
  const GeometryReport& shape_;
  std::vector<Signature> seen_;
};

double contracts_kept(const TaskSpec& spec, const ReferenceFacts& reference,
                      const SourceFacts& facts, const std::vector<Rebuild>& rebuilds,
                      std::vector<Finding>& findings) {
  double sum = 0, weight = 0;
  for (std::size_t i = 0; i < spec.contracts.size() && i < rebuilds.size(); ++i) {
    const auto& contract = spec.contracts[i];
    const Rebuild& rebuild = rebuilds[i];
    const std::string change = fmt::format("{} = {:g}", contract.parameter, contract.value);
    double kept = 0;
    if (!contracted_change(facts, contract)) {
      findings.push_back(
          {0.05, fmt::format("no parameter \"{}\", which the prompt names", contract.parameter)});
    } else if (!rebuild.built) {
      findings.push_back({0.05, change + " does not build"});
    } else {
      const double null = std::min(reference.contract_nulls[i], kSameShape - 0.01);
      kept = std::clamp((rebuild.shape.similarity.iou - null) / (kSameShape - null), 0.0, 1.0);
      if (kept < kWorthSaying) {
        findings.push_back(
            {0.05 * (1 - kept),
             fmt::format("{} builds another part than the one asked for: {:.0f} % of "
                         "the way there",
                         change, 100 * kept)});
      }
    }
    sum += contract.weight * kept;
    weight += contract.weight;
  }
  return weight > 0 ? sum / weight : 0;
}

}  // namespace

std::optional<Change> contracted_change(const SourceFacts& facts, const ContractCheck& contract) {
  for (std::size_t i = 0; i < facts.live_parameters.size(); ++i) {
    if (facts.live_parameters[i].name == contract.parameter) return Change{i, contract.value};
  }
  return std::nullopt;
}

bool drives(const GeometryReport& shape, const Rebuild& rebuild) {
  return rebuild.built && rebuild.shape.ok() && keeps_pieces(shape, rebuild.shape) &&
         responds(response(shape, rebuild.shape));
}

std::vector<std::array<Change, 2>> plan_changes(const SourceFacts& facts, int parameters,
                                                std::uint64_t seed) {
  std::vector<std::size_t> order(facts.live_parameters.size());
  std::iota(order.begin(), order.end(), 0);
  const auto rank = [&](std::size_t i) { return mixed(seed ^ mixed(i)); };
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  const auto most = static_cast<std::size_t>(std::max(0, parameters + parameters / 2));
  order.resize(std::min(order.size(), most));
  const int first = mixed(seed) & 1 ? 1 : -1;
  std::vector<std::array<Change, 2>> plan;
  for (const auto i : order) {
    const auto& parameter = facts.live_parameters[i];
    plan.push_back({Change{i, moved(parameter, first)}, Change{i, moved(parameter, -first)}});
  }
  return plan;
}

std::string changed_source(const std::string& code, const SourceFacts& facts,
                           const Change& change) {
  const auto& parameter = facts.live_parameters.at(change.parameter);
  const std::string value = parameter.integer ? fmt::format("{:.0f}", change.value)
                                              : fmt::format("{:.17g}", change.value);
  return code.substr(0, parameter.byte_begin) + value + code.substr(parameter.byte_end);
}

double editability_term(const TaskSpec& spec, const ReferenceFacts& reference,
                        const SourceFacts& facts, const GeometryReport& shape,
                        const Rebuilds& rebuilds, std::vector<Finding>& findings) {
  Drivers drivers(spec, facts, shape);
  double drive = 0;
  for (const auto& rebuild : rebuilds.tried) drive += drivers.add(rebuild, findings);
  const auto live = static_cast<double>(facts.live_parameters.size());
  const double wanted = std::min<double>(live, rebuilds.wanted);
  const double share = wanted > 0 ? std::min(1.0, drive / wanted) : 0;
  const double enough = std::max(1.0, kEnoughNames * reference.live_parameters);
  const double names = std::min(1.0, share * live / enough);
  // Of a program with fewer parameters than it should have, those it lacks drive nothing.
  const double driving = share * std::min(1.0, live / enough);
  const double magic = facts.numeric_literals > 0
                           ? static_cast<double>(facts.magic_numbers) / facts.numeric_literals
                           : 0;
  if (live < enough) {
    findings.push_back({0.02, fmt::format("{:.0f} named dimensions drive the part, wanted {:.0f}",
                                          live, std::ceil(enough))});
  }
  const double free = kDrives * driving + kNames * names + kMagic * (1 - magic) * share;
  if (spec.contracts.empty()) return free;
  const double kept = contracts_kept(spec, reference, facts, rebuilds.contracts, findings);
  return (1 - kContracts) * free + kContracts * kept;
}

}  // namespace cadforge::rewards
