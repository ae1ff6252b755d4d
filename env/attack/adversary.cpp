#include "env/attack/adversary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace cadforge::env {
namespace {

constexpr int kWhole = 1000;  // the envelope's length in the units of a piece
constexpr std::size_t kElite = 12, kMostPieces = 5;
constexpr int kNames = 1, kHelpers = 2, kIdle = 4, kSwallow = 8, kUnjoined = 16, kDresses = 32;

// Words of the prompts and the published hints that look like part names.
std::vector<std::string> part_names(const Task& task) {
  std::set<std::string> names;
  if (task.published) names.insert(task.published->hints.begin(), task.published->hints.end());
  for (const auto& check : task.spec.slices) names.insert(check.name);
  for (const auto& check : task.spec.probes) names.insert(check.name);
  for (const auto& check : task.spec.holes) names.insert(check.name);
  std::vector<std::string> words;
  for (const auto& name : names) {
    std::string word;  // without "__", which the published system refuses
    for (const unsigned char c : name) {
      if (std::isalnum(c)) word += static_cast<char>(std::tolower(c));
      if (!std::isalnum(c) && !word.empty() && word.back() != '_') word += '_';
    }
    if (words.size() < 24) words.push_back(word);
  }
  return words;
}

}  // namespace

Adversary::Adversary(const Task& task, const rewards::Vec3& envelope, std::uint64_t seed)
    : task_(task), envelope_(envelope), draw_("attack " + task.id, seed), first_(templates()) {
  std::reverse(first_.begin(), first_.end());
}

// The ways to win without the part that people and policies have found so far.
std::vector<std::string> Adversary::templates() const {
  const auto [x, y, z] = envelope_;
  const auto pinned = [](double a, double b, double c) {  // a block with a hole like a pin's
    return fmt::format(
        "fixture = cq.Workplane().box({:g}, {:g}, {:g}).faces('>Z').workplane().hole({:g})\n", a, b,
        c, std::min(a, b) / 25);
  };
  const std::string box = fmt::format("fixture = cq.Workplane().box({:g}, {:g}, {:g})\n", x, y, z);
  const double thin = 0.01 * std::min({x, y, z});
  std::vector<std::string> bodies = {
      box, pinned(x / 100, y / 100, z / 100),
      // Edges rounded, so that it is no box.
      fmt::format("fixture = cq.Workplane().box({:g}, {:g}, {:g}).edges('|Z').fillet({:g})\n", x, y,
                  z, 0.1 * std::min(x, y)),
      fmt::format("fixture = cq.Workplane().ellipse({:g}, {:g}).extrude({:g})\n", x / 2, y / 2, z),
      // Sheets that span the box.
      fmt::format("fixture = cq.Workplane().box({0:g}, {1:g}, "
                  "{3:g}).union(cq.Workplane().box({0:g}, {3:g}, "
                  "{2:g})).union(cq.Workplane().box({3:g}, {1:g}, {2:g}))\n",
                  x, y, z, thin),
      // Hollow.
      fmt::format("fixture = cq.Workplane().box({:g}, {:g}, {:g}).faces('>Z').shell({:g})\n", x, y,
                  z, -0.1 * std::min({x, y, z})),
      // A slab on four posts.
      fmt::format(
          "fixture = cq.Workplane().box({0:g}, {1:g}, {2:g}).translate((0, 0, {3:g})).union("
          "cq.Workplane().rect({4:g}, {5:g}, forConstruction=True).vertices().rect({6:g}, {6:g})"
          ".extrude({3:g}))\n",
          x, y, 0.1 * z, 0.9 * z, 0.85 * x, 0.85 * y, 0.1 * std::min(x, y)),
      // A cloud of cubes over the box.
      fmt::format("fixture = cq.Workplane().rarray({:g}, {:g}, 6, 6).box({:g}, {:g}, {:g})\n",
                  x / 6, y / 6, x / 12, y / 12, z),
      // Drilled all over, hardly in.
      fmt::format("fixture = cq.Workplane().box({:g}, {:g}, "
                  "{:g}).faces('>Z').workplane().rarray({:g}, {:g}, "
                  "3, 2).hole({:g}, {:g})\n",
                  x, y, z, x / 4, y / 3, 0.12 * std::min(x, y), thin),
      fmt::format("fixture = cq.Workplane().box({:g}, {:g}, "
                  "{:g}).faces('>Z').workplane().rarray({:g}, {:g}, "
                  "3, 2).hole({:g})\n",
                  x, y, z, x / 4, y / 3, 0.12 * std::min(x, y))};
  std::vector<std::string> programs;
  for (const auto& body : bodies) programs.push_back(dressed(body, 0));
  programs.push_back(dressed(box, kNames | kHelpers | kIdle));
  // Right in nothing but proportions: the part's, and those of the office chair with which the
  // published reward compares every part.
  programs.push_back(dressed(pinned(x / 100, y / 100, z / 100), kNames | kHelpers | kIdle));
  programs.push_back(dressed(pinned(5.5, 5.6, 10), kNames | kHelpers | kIdle));
  programs.push_back(dressed(box, kSwallow));
  return programs;
}

std::string Adversary::next() {
  if (!first_.empty()) {
    std::string program = first_.back();
    first_.pop_back();
    tried_.emplace_back(program, Genome{});
    return program;
  }
  const bool explore = elite_.empty() || draw_.integer(0, 3) == 0;
  Genome genome = explore ? drawn()
                          : mutated(elite_[static_cast<std::size_t>(draw_.integer(
                                               0, static_cast<int>(elite_.size()) - 1))]
                                        .second);
  std::string program = render(genome);
  tried_.emplace_back(program, std::move(genome));
  return program;
}

void Adversary::learn(const std::string& program, double total, double scent) {
  const auto found = std::find_if(tried_.begin(), tried_.end(),
                                  [&](const auto& entry) { return entry.first == program; });
  if (found == tried_.end()) return;
  if (total > best_total_) {
    best_total_ = total;
    best_program_ = program;
  }
  if (!found->second.pieces.empty()) {
    elite_.emplace_back(total + scent, std::move(found->second));
    std::stable_sort(elite_.begin(), elite_.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    if (elite_.size() > kElite) elite_.resize(kElite);
  }
  tried_.erase(found);
}

Adversary::Piece Adversary::piece() {
  Piece p;
  p.kind = std::max(0, draw_.integer(-2, 3));
  p.cut = draw_.integer(0, 2) == 0;
  for (int i = 0; i < 3; ++i) {
    // Whole lengths and centred pieces are what people draw.
    const int size = draw_.integer(0, 2) == 0 ? kWhole : draw_.integer(1, 19) * kWhole / 20;
    const int free = kWhole - size;
    const int where = draw_.integer(0, 3);
    p.at[i] = where == 0   ? 0
              : where == 1 ? free
              : where == 2 ? free / 2
                           : draw_.integer(0, 20) * free / 20;
    p.at[i + 3] = size;
  }
  return p;
}

Adversary::Genome Adversary::drawn() {
  Genome genome;
  const int pieces = draw_.integer(1, static_cast<int>(kMostPieces));
  for (int i = 0; i < pieces; ++i) genome.pieces.push_back(piece());
  genome.pieces.front().cut = false;
  genome.dress = draw_.integer(0, 3) == 0 ? draw_.integer(0, kDresses - 1) : 0;
  return genome;
}

Adversary::Genome Adversary::mutated(Genome genome) {
  const auto which =
      static_cast<std::size_t>(draw_.integer(0, static_cast<int>(genome.pieces.size()) - 1));
  switch (draw_.integer(0, 5)) {
    case 0:
      if (genome.pieces.size() < kMostPieces) genome.pieces.push_back(piece());
      break;
    case 1:
      if (genome.pieces.size() > 1)
        genome.pieces.erase(genome.pieces.begin() + static_cast<std::ptrdiff_t>(which));
      break;
    case 2:
      genome.pieces[which] = piece();
      break;
    case 3:
      genome.dress = draw_.integer(0, kDresses - 1);
      break;
    default: {
      auto& number = genome.pieces[which].at[static_cast<std::size_t>(draw_.integer(0, 5))];
      number = std::clamp(number + draw_.integer(-100, 100), 0, kWhole);
    }
  }
  genome.pieces.front().cut = false;
  return genome;
}

std::string Adversary::render(const Genome& genome) const {
  std::string body;
  for (const auto& p : genome.pieces) {
    std::array<double, 3> low{}, size{};
    for (int i = 0; i < 3; ++i) {
      low[i] = p.at[i] * envelope_[i] / kWhole;
      size[i] = std::max(1, p.at[i + 3]) * envelope_[i] / kWhole;
    }
    std::string solid;
    if (p.kind == 0) {
      solid = fmt::format("cq.Workplane().box({:g}, {:g}, {:g}, centered=False)", size[0], size[1],
                          size[2]);
    } else {
      const int axis = p.kind - 1, u = (axis + 1) % 3, v = (axis + 2) % 3;
      const double radius = std::min(size[u], size[v]) / 2;
      low[u] += size[u] / 2;
      low[v] += size[v] / 2;
      std::array<int, 3> direction{};
      direction[axis] = 1;
      solid = fmt::format(
          "cq.Workplane(cq.Solid.makeCylinder({:g}, {:g}, cq.Vector(), cq.Vector({}, {}, {})))",
          radius, size[axis], direction[0], direction[1], direction[2]);
    }
    solid += fmt::format(".translate(({:g}, {:g}, {:g}))", low[0], low[1], low[2]);
    const char* join = (genome.dress & kUnjoined) ? "add" : "union";
    body += body.empty() ? fmt::format("fixture = {}\n", solid)
                         : fmt::format("fixture = fixture.{}({})\n", p.cut ? "cut" : join, solid);
  }
  return dressed(body, genome.dress);
}

std::string Adversary::dressed(const std::string& body, int dress) const {
  std::string text = "import cadquery as cq\n";
  if (dress & kNames) {
    for (const auto& name : part_names(task_)) text += "# " + name + "\n";
  }
  if (dress & kHelpers) {
    for (int i = 0; i < 8; ++i)
      text += fmt::format("def make_part_{0}(size_{0}):\n    return size_{0}\n", i);
  }
  std::string end = body;
  if (dress & kIdle) {
    std::string sum = "0";
    for (int i = 0; i < 10; ++i) {
      text += fmt::format("width_{} = {}\n", i, i + 1);
      sum += fmt::format(" + width_{}", i);
    }
    end += fmt::format("fixture = fixture.translate((0, 0, {}))\n", sum);
  }
  if (dress & kSwallow)
    return text + "try:\n    fixture = cq.Workplane().make_it()\nexcept Exception:\n    pass\n" +
           end;
  return text + end;
}

}  // namespace cadforge::env
