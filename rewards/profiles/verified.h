// Every constant of the verified profile that weighs one term against another. The terms' own
// tolerances stand beside the terms. See rewards/README.md for the formula in one place.
#pragma once

namespace cadforge::rewards::verified {

// C: what is right about the part.
inline constexpr double kSemanticDrawing = 0.6, kSimilarityDrawing = 0.4;
inline constexpr double kSemanticConcept = 0.85, kSimilarityConcept = 0.15;
// Q: how well it is made; an absent term's weight is shared out.
inline constexpr double kTopology = 0.30, kContact = 0.25, kEditability = 0.30, kEfficiency = 0.15;
// Editability costs rebuilds: below this correctness it counts as 0 unmeasured.
inline constexpr double kWorthRebuilding = 0.60;
// What a null or less is paid of its raw score.
inline constexpr double kBelowNull = 0.02;
// raw = C (kBase + kQuality Q): quality pays only in proportion to correctness.
inline constexpr double kBase = 0.60, kQuality = 0.40;

// Failure classes. Flat, so that no wording of a failing program can be worth anything.
inline constexpr double kNoProgram = -1.0, kNoResult = -0.8, kBadShape = -0.6;

// A null whose semantic_parts reach this is a right answer.
inline constexpr double kNullIsRight = 0.9;
// Headroom over a null is never measured in less than this: a plate with one small hole differs
// from its own bounding box by less than two meshes of the same plate do.
inline constexpr double kMostNullSimilarity = 0.98;

}  // namespace cadforge::rewards::verified
