#include "rewards/build_result.h"

#include <nlohmann/json.hpp>

namespace cadforge::rewards {

using nlohmann::json;

void to_json(json& out, const Trap& trap) { out = {{"kind", trap.kind}, {"line", trap.line}}; }

void from_json(const json& in, Trap& trap) {
  trap = {in.at("kind").get<std::string>(), in.at("line").get<int>()};
}

void to_json(json& out, const SourceFacts& facts) {
  json parameters = json::array();
  for (const auto& p : facts.live_parameters) {
    parameters.push_back({{"name", p.name},
                          {"value", p.value},
                          {"integer", p.integer},
                          {"begin", p.byte_begin},
                          {"end", p.byte_end}});
  }
  out = {{"parsed", facts.parsed},
         {"live_tokens", facts.live_tokens},
         {"magic_numbers", facts.magic_numbers},
         {"numeric_literals", facts.numeric_literals},
         {"live_parameters", parameters}};
}

void from_json(const json& in, SourceFacts& facts) {
  facts.parsed = in.at("parsed").get<bool>();
  facts.live_tokens = in.at("live_tokens").get<int>();
  facts.magic_numbers = in.at("magic_numbers").get<int>();
  facts.numeric_literals = in.at("numeric_literals").get<int>();
  facts.live_parameters.clear();
  for (const auto& p : in.at("live_parameters")) {
    facts.live_parameters.push_back({p.at("name").get<std::string>(), p.at("value").get<double>(),
                                     p.at("integer").get<bool>(), p.at("begin").get<std::size_t>(),
                                     p.at("end").get<std::size_t>()});
  }
}

void to_json(json& out, const BuildResult& result) {
  out = {{"error_class", result.error_class},
         {"message", result.message},
         {"hint", result.hint},
         {"nearest", result.nearest},
         {"line", result.line},
         {"swallowed_exception", result.swallowed_exception},
         {"traps", result.traps},
         {"brep_bytes", result.brep.size()},
         {"facts", result.facts},
         {"output", result.output},
         {"wall_seconds", result.wall_seconds},
         {"cpu_seconds", result.cpu_seconds}};
}

}  // namespace cadforge::rewards
