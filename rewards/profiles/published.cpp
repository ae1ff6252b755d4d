#include "rewards/profiles/published.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace cadforge::rewards {
namespace {

constexpr double kSmallest = 1e-9;  // what a length is divided by at least

// The published runs compare every task with one office chair: a scanned mesh (GLB) and a CadQuery
// program of it ("ideal"). Boxes of both, scaled to a height of 1000, as trimesh 4.12.1 loads the
// GLB and CadQuery 2.8.0 with OpenCASCADE 7.9 exports the program.
constexpr Vec3 kChairGlb = {590.0113391003736, 581.6478428369487, 1000.0};
constexpr Vec3 kChairIdeal = {493.6691899844699, 519.0745229493424, 1000.0};
constexpr double kIdealShare = 0.60, kGlbShare = 0.40;

constexpr double kUnknownReference = 0.50;

double unit(double value) { return std::clamp(value, 0.0, 1.0); }

// The weights of a total.
struct Weights {
  double build, topology, contact, semantic_parts, reference, silhouette, editability, efficiency;
};
constexpr Weights kFast = {0.22, 0.17, 0.12, 0.25, 0.10, 0, 0.10, 0.04};
constexpr Weights kFull = {0.18, 0.17, 0.10, 0.15, 0.15, 0.10, 0.10, 0.05};

double topology(const PublishedGeometry& g) {
  const double faces = std::max(1, g.faces);
  double score = g.components > 250   ? 0
                 : g.components > 120 ? 0.12
                 : g.components > 0   ? 0.25
                                      : 0.12;
  if (g.components > 250) score -= 0.20;
  score += g.watertight ? 0.15 : 0.05;
  const auto charge = [&](double weight, int bad) {
    const double share = bad / faces;
    score += weight * std::max(0.0, 1 - 250 * share);
    if (share > 0.02) score -= 0.10;
  };
  charge(0.20, g.boundary_edges);
  charge(0.15, g.non_manifold_edges);
  charge(0.15, g.degenerate_faces);
  score += g.faces >= 50 && g.faces <= 750000 ? 0.10 : 0.03;
  return unit(score);
}

double contact(const PublishedGeometry& g) {
  if (g.components < 2 || g.parts < 2) return 1;
  return unit(std::exp(-28 * g.mean_gap) * std::exp(-4 * g.largest_gap) -
              std::min(0.40, 0.04 * g.large_gaps));
}

// 1 - the mean relative difference of two boxes' lengths as shares of their heights.
double proportions(const Vec3& lengths, const Vec3& wanted) {
  double sum = 0;
  for (int i = 0; i < 3; ++i) {
    const double a = lengths[i] / std::max(lengths[2], kSmallest);
    const double b = wanted[i] / std::max(wanted[2], kSmallest);
    sum += std::abs(a - b) / std::max(b, kSmallest);
  }
  return std::max(0.0, 1 - sum / 3);
}

// Where a task states no box: proportions, feet and back of a chair.
double chair_likeness(const PublishedGeometry& g) {
  const double height = std::max(g.lengths[2], kSmallest);
  const double ratio = std::max(
      0.0, 1 - std::abs(g.lengths[0] / height - 0.55) - std::abs(g.lengths[1] / height - 0.60));
  const double spread = std::min(1.0, g.base_radius / 0.30);
  const bool upper = g.upper_vertices > std::max(20.0, 0.08 * g.vertices);
  return 0.45 * ratio + 0.35 * spread + 0.20 * upper;
}

double semantic_parts(const PublishedHints& hints, const PublishedText& text,
                      const PublishedCounts& counts, const PublishedGeometry& g) {
  const double geometry =
      hints.bbox_mm ? proportions(g.lengths, *hints.bbox_mm) : chair_likeness(g);
  return unit(0.35 * hinted_share(hints.hints, text.program) + 0.45 * geometry +
              0.20 * std::min(1.0, counts.functions / 6.0));
}

double editability(const PublishedCounts& counts) {
  return unit(
      0.35 * std::min(1.0, counts.functions / 6.0) + 0.20 * std::min(1.0, counts.parameters / 8.0) +
      0.25 * std::min(1.0, static_cast<double>(counts.returns) / std::max(1, counts.functions)) +
      0.20 * counts.names_result);
}

struct Likeness {
  double reference = kUnknownReference, silhouette = kUnknownReference;
  bool known = true;
};

Likeness likeness(const PublishedGeometry& g, bool full) {
  if (!full) {
    // Fast mode puts the boxes' likeness in the place of distances and silhouettes.
    const double chair = kIdealShare * proportions(g.lengths, kChairIdeal) +
                         kGlbShare * proportions(g.lengths, kChairGlb);
    return {chair, chair, true};
  }
  if (!g.likeness) return {kUnknownReference, kUnknownReference, false};
  const auto& l = *g.likeness;
  const double one =
      0.25 * proportions(g.lengths, l.lengths) + 0.35 * l.chamfer + 0.40 * l.silhouette;
  return {one, l.silhouette, true};
}

std::vector<std::string> built_notes(const RewardReport& report, const PublishedGeometry& g,
                                     bool reference_known, const PublishedHints& hints) {
  std::vector<std::string> notes;
  const auto add = [&](bool wrong, const char* text) {
    if (wrong) notes.emplace_back(text);
  };
  add(g.components > 120, "the mesh falls into more than 120 pieces");
  add(!g.watertight, "the mesh is not watertight");
  add(g.large_gaps > 0, "parts float far from all others");
  add(report.semantic_parts < 0.45, "few of the task's part names and little of its proportions");
  add(reference_known && report.reference_similarity < 0.35, "unlike the reference");
  add(!reference_known, "no reference to compare with: likeness counts 0.50");
  add(notes.empty(), "the program builds and has been scored");
  add(hints.by_default, "the task names no parts: the published default (a chair's) is looked for");
  return notes;
}

RewardReport built(const PublishedHints& hints, const PublishedText& text,
                   const PublishedGeometry& g, bool full) {
  const PublishedCounts counts = published_counts(text.program);
  const Likeness like = likeness(g, full);
  RewardReport report;
  report.build = report.efficiency = 1;
  report.topology = topology(g);
  report.contact = contact(g);
  report.semantic_parts = semantic_parts(hints, text, counts, g);
  report.reference_similarity = like.reference;
  report.silhouette = like.silhouette;
  report.editability = editability(counts);
  const Weights& w = full ? kFull : kFast;
  report.total = w.build * report.build + w.topology * report.topology +
                 w.contact * report.contact + w.semantic_parts * report.semantic_parts +
                 w.reference * like.reference + w.silhouette * like.silhouette +
                 w.editability * *report.editability + w.efficiency * report.efficiency;
  report.total = std::clamp(report.total, -1.0, 1.0);
  report.notes = built_notes(report, g, like.known, hints);
  return report;
}

RewardReport failed(const std::string& error_class, double total, const std::string& why) {
  RewardReport report;
  report.error_class = error_class;
  report.editability = 0;
  report.silhouette = 0;
  report.total = total;
  report.notes = {"the program did not build, or exported nothing"};
  if (!why.empty()) report.notes.push_back("build error: " + why);
  return report;
}

double dense(const RewardReport& report, const PublishedText& text) {
  if (report.total > -1) return report.total;
  return std::max(-0.25, -0.20 + 0.60 * code_score(text));
}

double strict(const RewardReport& report, const PublishedText& text, const std::string& error) {
  if (report.build >= 1) return std::clamp(0.15 + 0.85 * report.total, 0.05, 1.0);
  const auto says = [&](const char* name) { return error.find(name) != std::string::npos; };
  double reward = -0.85 + 0.30 * code_score(text);
  if (says("SyntaxError")) reward -= 0.10;
  if (says("AttributeError") || says("NameError")) reward -= 0.05;
  if (!has_import_and_fixture(text.code)) reward -= 0.10;
  return std::clamp(reward, -1.0, -0.05);
}

}  // namespace

PublishedHints hints_from_spec(const TaskSpec& spec) {
  PublishedHints out;
  const auto add = [&](const std::string& name) {
    std::string hint = name;
    std::replace(hint.begin(), hint.end(), ' ', '_');
    if (!hint.empty() && std::find(out.hints.begin(), out.hints.end(), hint) == out.hints.end()) {
      out.hints.push_back(std::move(hint));
    }
  };
  for (const auto& check : spec.slices) add(check.name);
  for (const auto& check : spec.probes) add(check.name);
  for (const auto& check : spec.bars) add(check.name);
  out.by_default = out.hints.empty();
  if (out.by_default) {
    out.hints = {"seat",           "backrest",  "headrest", "armrest", "gas_cylinder",
                 "central_column", "star_base", "caster",   "lumbar",  "mechanism"};
  }
  Vec3 box{};
  for (const auto& check : spec.extents) {
    box[static_cast<std::size_t>(check.axis)] = (check.value.low + check.value.high) / 2;
  }
  if (box[0] > 0 && box[1] > 0 && box[2] > 0) out.bbox_mm = box;
  return out;
}

RewardReport score_published(const PublishedHints& hints, const PublishedText& text,
                             const BuildResult& build, const GeometryReport& geometry,
                             const Scoring& scoring) {
  RewardReport report;
  const bool raised = !build.ok() && build.error_class != error_class::kTimeout;
  if (text.code.empty()) {
    report = failed(error_class::kNoCode, 0, "");
  } else if (!build.ok()) {
    report = failed(build.error_class, raised ? -1 : 0, build.message);
  } else if (!geometry.ok() || !geometry.published) {
    // The published environment itself crashes on such a shape, or is not done in time.
    report = failed(geometry.error_class, 0, geometry.message);
  } else {
    report = built(hints, text, *geometry.published, scoring.full);
  }
  report.raw = report.total;
  report.training_reward = scoring.profile == Profile::kPublishedStrict
                               ? strict(report, text, raised ? build.message : "")
                               : dense(report, text);
  return report;
}

}  // namespace cadforge::rewards
