#include "rewards/task_spec.h"

#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

namespace cadforge::rewards {
namespace {

using nlohmann::json;

constexpr const char* kAxes[] = {"x", "y", "z"};

json axis_json(Axis axis) { return kAxes[static_cast<int>(axis)]; }

Axis parse_axis(const json& value) {
  for (int i = 0; i < 3; ++i) {
    if (value == kAxes[i]) return static_cast<Axis>(i);
  }
  throw std::invalid_argument("spec: axis: expected \"x\", \"y\" or \"z\", got " + value.dump());
}

/// Reads the members of one object and refuses those it was not asked for.
class Members {
 public:
  Members(const json& object, std::string where) : object_(object), where_(std::move(where)) {
    if (!object.is_object())
      throw std::invalid_argument(where_ + ": expected an object, got " + object.dump());
  }

  template <class T>
  T required(const char* key) {
    if (!object_.contains(key))
      throw std::invalid_argument(where_ + ": \"" + key + "\" is missing");
    return optional<T>(key, T{});
  }
  template <class T>
  T optional(const char* key, T fallback) {
    known_.insert(key);
    if (!object_.contains(key) || object_[key].is_null()) return fallback;
    try {
      return object_[key].get<T>();
    } catch (const json::exception& error) {
      throw std::invalid_argument(where_ + ": \"" + key + "\": " + error.what());
    }
  }
  Axis axis(const char* key) { return parse_axis(required<json>(key)); }
  std::optional<double> maybe(const char* key) {
    const json value = optional<json>(key, json());
    return value.is_null() ? std::nullopt : std::optional<double>(required<double>(key));
  }
  void done() const {
    for (const auto& [key, value] : object_.items()) {
      if (!known_.count(key)) throw std::invalid_argument(where_ + ": unknown key \"" + key + "\"");
    }
  }

 private:
  const json& object_;
  std::string where_;
  std::set<std::string> known_;
};

template <class Check, class Read>
std::vector<Check> read_list(Members& spec, const char* key, const Read& read) {
  std::vector<Check> checks;
  for (const auto& entry : spec.optional<json>(key, json::array())) {
    Members members(entry, std::string("spec.") + key);
    Check check;
    check.name = members.optional<std::string>("name", key);
    read(members, check);
    members.done();
    checks.push_back(std::move(check));
  }
  return checks;
}

}  // namespace

void to_json(json& out, const TaskSpec& spec) {
  out = {{"id", spec.id},
         {"solids", spec.solids},
         {"no_other_holes", spec.no_other_holes},
         {"rotations", spec.rotations},
         {"drawing_style", spec.drawing_style}};
  out["volume"] = spec.volume ? json(*spec.volume) : json();
  out["genus"] = spec.genus ? json(*spec.genus) : json();
  for (const char* key : {"extents", "walls", "slices", "probes", "holes"})
    out[key] = json::array();
  for (const auto& c : spec.extents) {
    out["extents"].push_back({{"name", c.name}, {"axis", axis_json(c.axis)}, {"value", c.value}});
  }
  for (const auto& c : spec.walls) {
    out["walls"].push_back({{"name", c.name},
                            {"origin", c.origin},
                            {"direction", c.direction},
                            {"solid_lengths", c.solid_lengths}});
  }
  for (const auto& c : spec.slices) {
    out["slices"].push_back({{"name", c.name},
                             {"normal", axis_json(c.normal)},
                             {"at", c.at},
                             {"regions", c.regions},
                             {"area", c.area ? json(*c.area) : json()}});
  }
  for (const auto& c : spec.probes) {
    out["probes"].push_back({{"name", c.name}, {"point", c.point}, {"solid", c.solid}});
  }
  for (const auto& c : spec.holes) {
    out["holes"].push_back({{"name", c.name},
                            {"diameter", c.diameter},
                            {"axis", axis_json(c.axis)},
                            {"position", c.position},
                            {"depth", c.depth},
                            {"through", c.through}});
  }
}

void from_json(const json& in, TaskSpec& spec) {
  Members m(in, "spec");
  spec = TaskSpec{};
  spec.id = m.optional<std::string>("id", "");
  spec.solids = m.optional("solids", 1);
  spec.no_other_holes = m.optional("no_other_holes", true);
  spec.rotations = m.optional<std::string>("rotations", "none");
  spec.drawing_style = m.optional("drawing_style", true);
  if (!std::set<std::string>{"none", "z2", "z4", "any24"}.count(spec.rotations)) {
    throw std::invalid_argument("spec: rotations: expected none, z2, z4 or any24, got " +
                                spec.rotations);
  }
  spec.volume = m.maybe("volume");
  const auto genus = m.maybe("genus");
  if (genus) spec.genus = static_cast<int>(*genus);
  spec.extents = read_list<ExtentCheck>(m, "extents", [](Members& e, ExtentCheck& c) {
    c.axis = e.axis("axis");
    c.value = e.required<double>("value");
  });
  spec.walls = read_list<RayCheck>(m, "walls", [](Members& e, RayCheck& c) {
    c.origin = e.required<Vec3>("origin");
    c.direction = e.required<Vec3>("direction");
    c.solid_lengths = e.required<std::vector<double>>("solid_lengths");
  });
  spec.slices = read_list<SliceCheck>(m, "slices", [](Members& e, SliceCheck& c) {
    c.normal = e.axis("normal");
    c.at = e.required<double>("at");
    c.regions = e.required<int>("regions");
    c.area = e.maybe("area");
  });
  spec.probes = read_list<ProbeCheck>(m, "probes", [](Members& e, ProbeCheck& c) {
    c.point = e.required<Vec3>("point");
    c.solid = e.required<bool>("solid");
  });
  spec.holes = read_list<HoleCheck>(m, "holes", [](Members& e, HoleCheck& c) {
    c.diameter = e.required<double>("diameter");
    c.axis = e.axis("axis");
    c.position = e.required<Vec3>("position");
    c.depth = e.optional("depth", 0.0);
    c.through = e.optional("through", true);
  });
  m.done();
}

}  // namespace cadforge::rewards
