#include "rewards/profiles/verified.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "rewards/score.h"
#include "rewards/terms/editability.h"
#include "rewards/terms/terms.h"

namespace cadforge::rewards {
namespace {

namespace v = verified;

struct Terms {
  SemanticParts semantic;
  double topology = 0, contact = 0, similarity = 0, efficiency = 0;
};

Terms compute_terms(const TaskSpec& spec, const ReferenceFacts& reference, const SourceFacts& facts,
                    const GeometryReport& shape, std::vector<Finding>& findings) {
  Terms t;
  t.topology = topology_term(spec, shape, findings);
  t.contact = contact_term(spec, shape, findings);
  t.semantic = semantic_parts_term(spec, shape, findings);
  t.similarity = reference_similarity_term(reference, shape);
  t.efficiency = efficiency_term(reference, facts, shape);
  return t;
}

double correctness(const TaskSpec& spec, const Terms& t) {
  // Similar as a whole, but without the holes that the prompt asks for: that is not the part.
  const double similarity = t.semantic.gate * t.similarity;
  return spec.drawing_style
             ? v::kSemanticDrawing * t.semantic.value + v::kSimilarityDrawing * similarity
             : v::kSemanticConcept * t.semantic.value + v::kSimilarityConcept * similarity;
}

double combine(const TaskSpec& spec, const Terms& t, const std::optional<double>& editability) {
  double sum = v::kTopology * t.topology + v::kContact * t.contact + v::kEfficiency * t.efficiency;
  double weight = v::kTopology + v::kContact + v::kEfficiency;
  if (editability) {
    sum += v::kEditability * *editability;
    weight += v::kEditability;
  }
  return correctness(spec, t) * (v::kBase + v::kQuality * sum / weight);
}

// The raw score over that of the best null. Below it a little of the slope is left, so that a part
// that is on its way is worth more than one that is not; the two pieces meet at the null.
double headroom(double raw, const ReferenceFacts& reference) {
  const double null = reference.raw_null;
  const double below = reference.shows_program ? 0 : v::kBelowNull;
  const double over = std::clamp((raw - null) / std::max(1e-9, 1 - null), 0.0, 1.0);
  return below * std::min(raw, null) + (1 - below * null) * over;
}

double failure_value(const std::string& error_class) {
  static const std::set<std::string> bad_shape = {
      error_class::kNotAShape, error_class::kInvalidSolid, error_class::kEmptySolid};
  if (bad_shape.count(error_class)) return v::kBadShape;
  const bool exception = error_class.rfind(error_class::kExceptionPrefix, 0) == 0;
  if (exception || error_class == error_class::kNoResult ||
      error_class == error_class::kSwallowed) {
    return v::kNoResult;
  }
  return v::kNoProgram;
}

// The most valuable fix first, then in one line what is right.
std::vector<std::string> notes_of(const std::vector<Finding>& findings) {
  std::vector<std::string> notes;
  std::string right = "right: a valid solid";
  std::set<std::string> said;  // several checks may look at one thing
  constexpr std::size_t kMostNotes = 6;
  for (const auto& finding : findings) {
    if (finding.loss > 0 && notes.size() < kMostNotes) notes.push_back(finding.text);
    if (finding.loss == 0 && !finding.text.empty() && said.insert(finding.text).second)
      right += ", " + finding.text;
  }
  notes.push_back(right);
  return notes;
}

}  // namespace

ReferenceFacts reference_facts(const TaskSpec& spec, const SourceFacts& gold_facts,
                               const GeometryReport& gold,
                               const std::vector<GeometryReport>& nulls) {
  ReferenceFacts reference;
  reference.geometry = gold;
  reference.live_tokens = gold_facts.live_tokens;
  reference.live_parameters = static_cast<int>(gold_facts.live_parameters.size());
  std::vector<const GeometryReport*> counted;
  std::vector<Finding> ignored;
  for (const auto& null : nulls) {
    if (null.ok() && semantic_parts_term(spec, null, ignored).value < v::kNullIsRight)
      counted.push_back(&null);
  }
  const auto raise = [](double& best, double value) {
    best = std::max(best, std::min(value, v::kMostNullSimilarity));
  };
  for (const auto* null : counted) {
    raise(reference.null_iou, null->similarity.iou);
    raise(reference.null_f_score, null->similarity.f_score);
    raise(reference.null_closeness, closeness(gold, null->similarity.mean_distance));
  }
  // Nulls are credited with the shortest program, and with parameters that drive it.
  for (const auto* null : counted) {
    const Terms terms = compute_terms(spec, reference, SourceFacts{}, *null, ignored);
    reference.raw_null = std::max(reference.raw_null, combine(spec, terms, std::nullopt));
  }
  return reference;
}

RewardReport failure_report(const std::string& error_class, const std::string& message, int line) {
  RewardReport report;
  report.error_class = error_class;
  report.total = failure_value(error_class);
  std::string note = "does not build: " + error_class;
  if (line > 0) note += " in line " + std::to_string(line);
  if (!message.empty()) note += ": " + message;
  report.notes.push_back(note);
  return report;
}

RewardReport score(const TaskSpec& spec, const ReferenceFacts& reference, const BuildResult& build,
                   const GeometryReport& geometry, const Rebuilds* rebuilds) {
  if (!build.ok()) return failure_report(build.error_class, build.message, build.line);
  if (build.swallowed_exception) {
    return failure_report(error_class::kSwallowed,
                          "a result that is only reached by swallowing an exception", 0);
  }
  if (!geometry.ok()) return failure_report(geometry.error_class, geometry.message, 0);

  std::vector<Finding> findings;
  const Terms terms = compute_terms(spec, reference, build.facts, geometry, findings);
  RewardReport report;
  report.build = 1;
  report.topology = terms.topology;
  report.contact = terms.contact;
  report.semantic_parts = terms.semantic.value;
  report.reference_similarity = terms.similarity;
  report.efficiency = terms.efficiency;
  report.correctness = correctness(spec, terms);
  if (rebuilds) {
    report.editability = worth_rebuilding(report) ? editability_term(spec, reference, build.facts,
                                                                     geometry, *rebuilds, findings)
                                                  : 0;
  }
  report.raw = combine(spec, terms, report.editability);
  report.total = headroom(report.raw, reference);
  // A box, a cylinder, a hull where the reference is none: what a policy answers that has given up.
  report.null_like = geometry.convex && !reference.geometry.convex;
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.loss > b.loss; });
  report.notes = notes_of(findings);
  report.findings = std::move(findings);
  return report;
}

bool worth_rebuilding(const RewardReport& report) {
  return report.build > 0 && report.correctness >= v::kWorthRebuilding;
}

double training_reward(const RewardReport& report, double failure_reward) {
  if (report.training_reward) return *report.training_reward;
  return report.build > 0 ? report.total : failure_reward;
}

void to_json(nlohmann::json& json, const RewardReport& report) {
  json = {
      {"build", report.build},
      {"topology", report.topology},
      {"contact", report.contact},
      {"semantic_parts", report.semantic_parts},
      {"reference_similarity", report.reference_similarity},
      {"editability", report.editability ? nlohmann::json(*report.editability) : nlohmann::json()},
      {"efficiency", report.efficiency},
      {"correctness", report.correctness},
      {"raw", report.raw},
      {"total", report.total},
      {"error_class", report.error_class},
      {"null_like", report.null_like},
      {"notes", report.notes}};
  if (report.silhouette) json["silhouette"] = *report.silhouette;
  if (report.hook) json["hook"] = *report.hook;
  if (report.training_reward) json["training_reward"] = *report.training_reward;
}

}  // namespace cadforge::rewards
