#include "rewards/task_spec.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <utility>

namespace cadforge::rewards {
namespace {

using nlohmann::json;

/// The names of an enumeration's values, in their order.
template <class Enum>
struct Names;
template <>
struct Names<Axis> {
  static constexpr std::array list = {"x", "y", "z"};
};
template <>
struct Names<FaceKind> {
  static constexpr std::array list = {"plane", "cylinder", "cone",   "sphere",
                                      "torus", "other",    "curved", "any"};
};
template <>
struct Names<SymmetryKind> {
  static constexpr std::array list = {"mirror_x", "mirror_y", "mirror_z", "turn"};
};

constexpr std::array kRotations = {"none", "z2", "z4", "any24"};

template <class Enum>
json name_of(Enum value) {
  return Names<Enum>::list[static_cast<std::size_t>(value)];
}

json range_json(const Range& range) {
  return range.low == range.high ? json(range.low) : json{range.low, range.high};
}
template <class Value>
json maybe_json(const std::optional<Value>& value) {
  return value ? json(*value) : json();
}
json maybe_json(const std::optional<Range>& value) { return value ? range_json(*value) : json(); }

/// Reads the members of one object and refuses those it was not asked for.
class Members {
 public:
  Members(const json& object, std::string where) : object_(object), where_(std::move(where)) {
    if (!object.is_object()) fail(fmt::format("expected an object, got {}", object.dump()));
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw std::invalid_argument(where_ + ": " + what);
  }
  /// Is there, and not null.
  bool has(const char* key) {
    known_.insert(key);
    return object_.contains(key) && !object_[key].is_null();
  }
  template <class T>
  T required(const char* key) {
    if (!has(key)) fail(fmt::format("\"{}\" is missing", key));
    return read<T>(key, object_[key]);
  }
  template <class T>
  T optional(const char* key, T fallback) {
    return has(key) ? required<T>(key) : fallback;
  }
  template <class T>
  std::optional<T> maybe(const char* key) {
    return has(key) ? std::optional<T>(required<T>(key)) : std::nullopt;
  }
  const json& at(const char* key) { return object_[key]; }
  const std::string& where() const { return where_; }
  void done() const {
    for (const auto& [key, value] : object_.items()) {
      if (!known_.count(key)) {
        fail(fmt::format("unknown key \"{}\"; known are {}", key, fmt::join(known_, ", ")));
      }
    }
  }

 private:
  template <class T>
  T read(const char* key, const json& value) const {
    if constexpr (std::is_same_v<T, Range>) {
      return read_range(key, value);
    } else if constexpr (std::is_same_v<T, std::vector<Range>>) {
      if (!value.is_array())
        fail(fmt::format("\"{}\": expected a list, got {}", key, value.dump()));
      std::vector<Range> ranges;
      for (const auto& entry : value) ranges.push_back(read_range(key, entry));
      return ranges;
    } else if constexpr (std::is_enum_v<T>) {
      constexpr auto& names = Names<T>::list;
      for (std::size_t i = 0; i < names.size(); ++i) {
        if (value == names[i]) return static_cast<T>(i);
      }
      fail(fmt::format("\"{}\": expected one of {}, got {}", key, fmt::join(names, ", "),
                       value.dump()));
    } else {
      try {
        return value.get<T>();
      } catch (const json::exception&) {
        fail(fmt::format("\"{}\": expected {}, got {}", key, form_of<T>(), value.dump()));
      }
    }
  }
  Range read_range(const char* key, const json& value) const {
    if (value.is_number()) return value.get<double>();
    const bool pair =
        value.is_array() && value.size() == 2 && value[0].is_number() && value[1].is_number();
    if (!pair || value[0] > value[1]) {
      fail(fmt::format("\"{}\": expected a number or [low, high], got {}", key, value.dump()));
    }
    return {value[0].get<double>(), value[1].get<double>()};
  }
  template <class T>
  static const char* form_of() {
    if constexpr (std::is_same_v<T, bool>) return "true or false";
    if constexpr (std::is_arithmetic_v<T>) return "a number";
    if constexpr (std::is_same_v<T, std::string>) return "a text";
    if constexpr (std::is_same_v<T, Vec3>) return "three numbers";
    if constexpr (std::is_same_v<T, std::array<int, 3>>) return "three whole numbers";
    return "a list";
  }

  const json& object_;
  std::string where_;
  std::set<std::string> known_;
};

json common_json(const Check& check) {
  json out = {{"name", check.name}};
  if (!check.styles.empty()) out["styles"] = check.styles;
  if (check.weight != 1) out["weight"] = check.weight;
  if (check.tolerance) out["tolerance"] = {check.tolerance->full, check.tolerance->nothing};
  return out;
}

json placed_json(json out, const Placed& placed) {
  if (placed.share) out["share"] = true;
  if (placed.spread != 0) out["spread"] = placed.spread;
  return out;
}

void read_placed(Members& in, Placed& placed) {
  placed.share = in.optional("share", false);
  placed.spread = in.optional("spread", 0.0);
}

json list_json(const std::vector<Range>& ranges) {
  json out = json::array();
  for (const auto& range : ranges) out.push_back(range_json(range));
  return out;
}

void write(json& out, const ExtentCheck& c) {
  out["axis"] = name_of(c.axis);
  out["value"] = range_json(c.value);
}
void read(Members& in, ExtentCheck& c) {
  c.axis = in.required<Axis>("axis");
  c.value = in.required<Range>("value");
}

void write(json& out, const RayCheck& c) {
  out = placed_json(std::move(out), c);
  out["origin"] = c.origin;
  out["direction"] = c.direction;
  if (!c.lengths.empty()) out["lengths"] = list_json(c.lengths);
  if (c.count) out["count"] = range_json(*c.count);
  if (c.length) out["length"] = range_json(*c.length);
}
void read(Members& in, RayCheck& c) {
  read_placed(in, c);
  c.origin = in.required<Vec3>("origin");
  c.direction = in.required<Vec3>("direction");
  c.lengths = in.optional("lengths", std::vector<Range>{});
  c.count = in.maybe<Range>("count");
  c.length = in.maybe<Range>("length");
  double squared = 0;
  for (const double d : c.direction) squared += d * d;
  if (std::abs(squared - 1) > 1e-6) in.fail("\"direction\": expected a vector of length 1");
  if (c.lengths.empty() == !c.count) in.fail("expected either \"lengths\" or \"count\"");
}

void write(json& out, const SliceCheck& c) {
  out = placed_json(std::move(out), c);
  out["normal"] = name_of(c.normal);
  out["at"] = c.at;
  if (c.regions) out["regions"] = range_json(*c.regions);
  if (c.area) out["area"] = range_json(*c.area);
  if (c.region_area) out["region_area"] = range_json(*c.region_area);
}
void read(Members& in, SliceCheck& c) {
  read_placed(in, c);
  c.normal = in.required<Axis>("normal");
  c.at = in.required<double>("at");
  c.regions = in.maybe<Range>("regions");
  c.area = in.maybe<Range>("area");
  c.region_area = in.maybe<Range>("region_area");
  if (!c.regions && !c.area) in.fail("expected \"regions\" or \"area\"");
}

void write(json& out, const ProbeCheck& c) {
  out = placed_json(std::move(out), c);
  out["points"] = c.points;
  out["solid"] = c.solid;
  if (c.at_least != 0) out["at_least"] = c.at_least;
}
// Points evenly spaced over a box, its faces included; one of a kind lies in the middle.
std::vector<Vec3> grid_points(Members in) {
  constexpr int kMost = 4096;
  const Vec3 low = in.required<Vec3>("low"), high = in.required<Vec3>("high");
  const auto counts = in.required<std::array<int, 3>>("counts");
  in.done();
  double all = 1;
  for (const int count : counts) all *= count > 0 ? count : kMost + 1.0;
  if (all > kMost)
    in.fail(fmt::format("\"counts\": expected 1 or more each, {} together at most", kMost));
  const auto along = [&](int axis, int i) {
    const double share = counts[axis] > 1 ? static_cast<double>(i) / (counts[axis] - 1) : 0.5;
    return low[axis] + share * (high[axis] - low[axis]);
  };
  std::vector<Vec3> points;
  for (int i = 0; i < counts[0]; ++i) {
    for (int j = 0; j < counts[1]; ++j) {
      for (int k = 0; k < counts[2]; ++k) points.push_back({along(0, i), along(1, j), along(2, k)});
    }
  }
  return points;
}

void read(Members& in, ProbeCheck& c) {
  read_placed(in, c);
  if (in.has("points") == in.has("grid")) in.fail("expected either \"points\" or \"grid\"");
  c.points = in.has("grid") ? grid_points({in.at("grid"), in.where() + ".grid"})
                            : in.required<std::vector<Vec3>>("points");
  c.solid = in.required<bool>("solid");
  c.at_least = in.optional("at_least", 0);
  if (c.points.empty()) in.fail("\"points\": expected at least one");
}

std::optional<Region> region(Members& in) {
  if (!in.has("within")) return {};
  Members box(in.at("within"), in.where() + ".within");
  const Region region{box.required<Vec3>("low"), box.required<Vec3>("high")};
  box.done();
  for (int i = 0; i < 3; ++i) {
    if (region.low[i] > region.high[i]) box.fail("\"low\": expected at most \"high\" on each axis");
  }
  return region;
}
void write_within(json& out, const std::optional<Region>& within) {
  if (within) out["within"] = {{"low", within->low}, {"high", within->high}};
}

void write(json& out, const HoleCheck& c) {
  out["diameter"] = range_json(c.diameter);
  out["axis"] = c.axis ? name_of(*c.axis) : json("any");
  out["position"] = maybe_json(c.position);
  write_within(out, c.within);
  out["depth"] = c.depth;
  out["through"] = c.through;
  if (c.slot) out["slot"] = true;
}
void read(Members& in, HoleCheck& c) {
  c.diameter = in.required<Range>("diameter");
  const bool any = in.has("axis") && in.at("axis") == "any";
  c.axis = any ? std::nullopt : std::optional<Axis>(in.required<Axis>("axis"));
  c.position = in.maybe<Vec3>("position");
  c.within = region(in);
  c.depth = in.optional("depth", 0.0);
  c.through = in.optional("through", true);
  c.slot = in.optional("slot", false);
  if (c.position && !c.axis) in.fail("\"position\": a hole of any axis has none");
}

void write(json& out, const FaceCheck& c) {
  out["kind"] = name_of(c.kind);
  out["count"] = range_json(c.count);
  out["axis"] = name_of(c.axis);
  if (c.radius) out["radius"] = range_json(*c.radius);
  if (c.angle) out["angle"] = range_json(*c.angle);
  if (c.concave) out["concave"] = *c.concave;
  if (c.area) out["area"] = range_json(*c.area);
  write_within(out, c.within);
  if (c.filled) out["filled"] = true;
}
void read(Members& in, FaceCheck& c) {
  c.kind = in.required<FaceKind>("kind");
  c.count = in.optional("count", c.count);
  c.axis = in.optional("axis", Axis::kZ);
  c.radius = in.maybe<Range>("radius");
  c.angle = in.maybe<Range>("angle");
  c.concave = in.maybe<bool>("concave");
  c.area = in.maybe<Range>("area");
  c.within = region(in);
  c.filled = in.optional("filled", false);
}

void write(json& out, const SymmetryCheck& c) {
  out["kind"] = name_of(c.kind);
  if (c.kind == SymmetryKind::kTurn) out["order"] = c.order;
}
void read(Members& in, SymmetryCheck& c) {
  c.kind = in.required<SymmetryKind>("kind");
  if (c.kind == SymmetryKind::kTurn) c.order = in.required<int>("order");
  if (c.order < 2) in.fail("\"order\": expected 2 or more");
}

void write(json& out, const ClearanceCheck& c) { out["value"] = range_json(c.value); }
void read(Members& in, ClearanceCheck& c) { c.value = in.required<Range>("value"); }

void write(json& out, const ContractCheck& c) {
  out["parameter"] = c.parameter;
  out["value"] = c.value;
}
void read(Members& in, ContractCheck& c) {
  c.parameter = in.required<std::string>("parameter");
  c.value = in.required<double>("value");
}

/// The lists of a spec by their names in JSON.
template <class Spec, class Visit>
void visit_lists(Spec& spec, const Visit& visit) {
  visit("extents", spec.extents);
  visit("walls", spec.walls);
  visit("slices", spec.slices);
  visit("probes", spec.probes);
  visit("bars", spec.bars);
  visit("holes", spec.holes);
  visit("faces", spec.faces);
  visit("symmetries", spec.symmetries);
  visit("clearances", spec.clearances);
  visit("contracts", spec.contracts);
}

template <class List>
void read_list(Members& spec, const char* key, List& checks) {
  checks.clear();
  const auto entries = spec.optional(key, json::array());
  if (!entries.is_array()) spec.fail(fmt::format("\"{}\": expected a list", key));
  for (const auto& entry : entries) {
    Members members(entry, fmt::format("{}.{}[{}]", spec.where(), key, checks.size()));
    auto& check = checks.emplace_back();
    check.name = members.optional<std::string>("name", key);
    check.styles = members.optional("styles", std::vector<std::string>{});
    check.weight = members.optional("weight", 1.0);
    if (members.has("tolerance")) {
      const auto range = members.required<Range>("tolerance");
      check.tolerance = Tolerance{range.low, range.high};
      if (range.low >= range.high) members.fail("\"tolerance\": expected [full, nothing]");
    }
    if (!(check.weight > 0)) members.fail("\"weight\": expected more than 0");
    read(members, check);
    members.done();
  }
}

std::optional<std::string> rotations_in(Members& spec, const char* key) {
  const auto name = spec.maybe<std::string>(key);
  if (name && std::find(kRotations.begin(), kRotations.end(), *name) == kRotations.end()) {
    spec.fail(fmt::format("\"{}\": expected one of {}, got \"{}\"", key,
                          fmt::join(kRotations, ", "), *name));
  }
  return name;
}

}  // namespace

double Range::relative_error(double value) const {
  if (contains(value)) return 0;
  const double nearest = value < low ? low : high;
  return std::abs(value - nearest) / std::max(std::abs(nearest), 1e-9);
}

ExtentCheck extent(std::string name, Axis axis, Range value) {
  ExtentCheck check;
  check.name = std::move(name);
  check.axis = axis;
  check.value = value;
  return check;
}

RayCheck thickness(std::string name, const Vec3& origin, const Vec3& direction,
                   std::vector<Range> lengths) {
  RayCheck check;
  check.name = std::move(name);
  check.origin = origin;
  check.direction = direction;
  check.lengths = std::move(lengths);
  return check;
}

SliceCheck slice(std::string name, Axis normal, double at, std::optional<Range> regions,
                 std::optional<Range> area) {
  SliceCheck check;
  check.name = std::move(name);
  check.normal = normal;
  check.at = at;
  check.regions = regions;
  check.area = area;
  return check;
}

ProbeCheck probe(std::string name, const Vec3& point, bool solid) {
  ProbeCheck check;
  check.name = std::move(name);
  check.points = {point};
  check.solid = solid;
  return check;
}

HoleCheck hole(std::string name, double diameter, Axis axis, const Vec3& position, double depth,
               bool through) {
  HoleCheck check;
  check.name = std::move(name);
  check.diameter = diameter;
  check.axis = axis;
  check.position = position;
  check.depth = depth;
  check.through = through;
  return check;
}

TaskSpec spec_for_style(const TaskSpec& spec, const std::string& style) {
  TaskSpec stated = spec;
  visit_lists(stated, [&](const char*, auto& checks) {
    std::erase_if(checks, [&](const Check& check) {
      return !check.styles.empty() &&
             std::find(check.styles.begin(), check.styles.end(), style) == check.styles.end();
    });
  });
  if (style == kConceptStyle) {
    stated.drawing_style = false;
    stated.solids.reset();
    stated.genus.reset();
    stated.volume.reset();
    stated.no_other_holes = false;
    stated.rotations = spec.concept_rotations.value_or(spec.rotations);
  }
  return stated;
}

void to_json(json& out, const TaskSpec& spec) {
  out = {{"id", spec.id},
         {"solids", maybe_json(spec.solids)},
         {"components", spec.components},
         {"no_other_holes", spec.no_other_holes},
         {"rotations", spec.rotations},
         {"drawing_style", spec.drawing_style},
         {"volume", maybe_json(spec.volume)},
         {"genus", maybe_json(spec.genus)}};
  if (spec.concept_rotations) out["concept_rotations"] = *spec.concept_rotations;
  visit_lists(spec, [&](const char* key, const auto& checks) {
    out[key] = json::array();
    for (const auto& check : checks) {
      json entry = common_json(check);
      write(entry, check);
      out[key].push_back(std::move(entry));
    }
  });
}

void from_json(const json& in, TaskSpec& spec) {
  Members m(in, "spec");
  spec = TaskSpec{};
  spec.id = m.optional<std::string>("id", "");
  if (in.contains("solids")) spec.solids = m.maybe<int>("solids");
  spec.components = m.optional("components", 1);
  spec.no_other_holes = m.optional("no_other_holes", true);
  spec.rotations = rotations_in(m, "rotations").value_or("none");
  spec.concept_rotations = rotations_in(m, "concept_rotations");
  spec.drawing_style = m.optional("drawing_style", true);
  spec.volume = m.maybe<Range>("volume");
  spec.genus = m.maybe<int>("genus");
  visit_lists(spec, [&](const char* key, auto& checks) { read_list(m, key, checks); });
  m.done();
}

}  // namespace cadforge::rewards
