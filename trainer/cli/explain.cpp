#include "trainer/cli/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rewards/profiles/verified.h"

namespace cadforge::trainer {
namespace {

namespace v = rewards::verified;

std::string row(const std::string& name, double value, const std::string& weight) {
  const int filled = static_cast<int>(20 * std::clamp(value, 0.0, 1.0) + 0.5);
  return fmt::format("  {:<22}{:6.3f}  {:#>{}}{:.>{}}  {}\n", name, value, "", filled, "",
                     20 - filled, weight);
}

std::string sizes(const rewards::GeometryReport& shape) {
  const auto e = shape.extents();
  return fmt::format("{:.6g} x {:.6g} x {:.6g} mm, {:.6g} mm3, {} solid{}, {} faces", e[0], e[1],
                     e[2], shape.volume, shape.solids, shape.solids == 1 ? "" : "s", shape.faces);
}

std::string terms(const rewards::TaskSpec& spec, const rewards::RewardReport& r) {
  const bool drawing = spec.drawing_style;
  const auto share = [](double weight, const char* of) {
    return fmt::format("{:.0f} % of {}", 100 * weight, of);
  };
  std::string text;
  text += row("semantic_parts", r.semantic_parts,
              share(drawing ? v::kSemanticDrawing : v::kSemanticConcept, "correctness"));
  text += row("reference_similarity", r.reference_similarity,
              share(drawing ? v::kSimilarityDrawing : v::kSimilarityConcept, "correctness"));
  const double absent = r.editability ? 0 : v::kEditability;
  const auto quality = [&](double weight) { return share(weight / (1 - absent), "quality"); };
  text += row("topology", r.topology, quality(v::kTopology));
  text += row("contact", r.contact, quality(v::kContact));
  if (r.editability) text += row("editability", *r.editability, quality(v::kEditability));
  text += row("efficiency", r.efficiency, quality(v::kEfficiency));
  text += row("correctness", r.correctness, "");
  return text;
}

std::string findings(const std::vector<rewards::Finding>& all) {
  std::string wrong, right;
  for (const auto& finding : all) {
    if (finding.loss > 0) {
      wrong += fmt::format("  {:5.1f} %  {}\n", 100 * finding.loss, finding.text);
    } else if (!finding.text.empty()) {
      right += "  " + finding.text + "\n";
    }
  }
  std::string text;
  if (!wrong.empty()) text += "\nwrong, and about what share of the score it costs\n" + wrong;
  if (!right.empty()) text += "\nright\n" + right;
  return text;
}

}  // namespace

std::string explain(const env::Task& task, const rewards::ReferenceFacts& reference,
                    const env::Evaluation& evaluation) {
  const auto& r = evaluation.reward;
  std::string text = fmt::format("{}: total {:.3f}\n", task.id, r.total);
  if (r.build == 0) {
    for (const auto& note : r.notes) text += "  " + note + "\n";
    return text;
  }
  text += fmt::format("  part       {}\n  reference  {}\n\n", sizes(evaluation.geometry),
                      sizes(reference.geometry));
  text += terms(task.spec, r);
  text += fmt::format(
      "\nraw {:.3f} = correctness x ({:.2f} + {:.2f} x quality); a box, a cylinder, the hull or "
      "half\n"
      "the size reach {:.3f}; total = (raw - {:.3f}) / (1 - {:.3f})\n",
      r.raw, v::kBase, v::kQuality, reference.raw_null, reference.raw_null, reference.raw_null);
  if (r.hook)
    text += fmt::format("the hook says {:.6g}: training reward {:.6g}\n", *r.hook,
                        r.training_reward.value_or(r.total));
  return text + findings(r.findings);
}

}  // namespace cadforge::trainer
