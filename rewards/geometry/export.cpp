// Pictures and exchange files of a B-rep.
#include <BRepAdaptor_Curve.hxx>
#include <BRepLib.hxx>
#include <BRepMesh_IncrementalMesh.hxx>
#include <GCPnts_QuasiUniformDeflection.hxx>
#include <HLRAlgo_Projector.hxx>
#include <HLRBRep_Algo.hxx>
#include <HLRBRep_HLRToShape.hxx>
#include <STEPControl_Writer.hxx>
#include <StlAPI_Writer.hxx>
#include <TopExp_Explorer.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>

#include "rewards/geometry/measure.h"
#include "rewards/geometry/shape.h"

namespace cadforge::geometry {
namespace {

using Polyline = std::vector<std::array<double, 2>>;

void add_edges(const TopoDS_Shape& compound, std::vector<Polyline>& lines) {
  if (compound.IsNull()) return;
  BRepLib::BuildCurves3d(compound);
  for (TopExp_Explorer it(compound, TopAbs_EDGE); it.More(); it.Next()) {
    const BRepAdaptor_Curve curve(TopoDS::Edge(it.Current()));
    const double length = std::abs(curve.LastParameter() - curve.FirstParameter());
    const GCPnts_QuasiUniformDeflection points(curve, std::max(1e-3, 0.003 * length));
    if (!points.IsDone()) continue;
    Polyline line;
    for (int i = 1; i <= points.NbPoints(); ++i)
      line.push_back({points.Value(i).X(), points.Value(i).Y()});
    lines.push_back(std::move(line));
  }
}

// Visible edges of an isometric view, hidden ones removed.
std::vector<Polyline> visible_lines(const TopoDS_Shape& shape) {
  const gp_Ax2 view(gp_Pnt(0, 0, 0), gp_Dir(1, -1, 0.8), gp_Dir(1, 1, 0));
  Handle(HLRBRep_Algo) algorithm = new HLRBRep_Algo;
  algorithm->Add(shape);
  algorithm->Projector(HLRAlgo_Projector(view));
  algorithm->Update();
  algorithm->Hide();
  HLRBRep_HLRToShape result(algorithm);
  std::vector<Polyline> lines;
  add_edges(result.VCompound(), lines);
  add_edges(result.OutLineVCompound(), lines);
  add_edges(result.Rg1LineVCompound(), lines);
  return lines;
}

}  // namespace

std::string draw_svg(const std::vector<std::byte>& brep, int size) {
  const auto lines = visible_lines(read_brep(brep));
  double low[2] = {1e300, 1e300}, high[2] = {-1e300, -1e300};
  for (const auto& line : lines) {
    for (const auto& p : line) {
      for (int i = 0; i < 2; ++i) {
        low[i] = std::min(low[i], p[i]);
        high[i] = std::max(high[i], p[i]);
      }
    }
  }
  if (lines.empty()) throw std::runtime_error("the shape has no visible edge");
  const double margin = 0.06 * size;
  const double span = std::max({high[0] - low[0], high[1] - low[1], 1e-9});
  const double scale = (size - 2 * margin) / span;
  const auto place = [&](double value, int i, bool flip) {
    const double from_centre = scale * (value - (low[i] + high[i]) / 2);
    return std::round(10 * (size / 2.0 + (flip ? -from_centre : from_centre))) / 10;
  };
  std::ostringstream svg;
  svg << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " << size << " " << size
      << "\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"" << std::max(1.0, size / 260.0)
      << "\" stroke-linecap=\"round\" stroke-linejoin=\"round\"><path d=\"";
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      svg << (i == 0 ? "M" : "L") << place(line[i][0], 0, false) << " "
          << place(line[i][1], 1, true);
    }
  }
  svg << "\"/></svg>\n";
  return svg.str();
}

void write_stl(const std::vector<std::byte>& brep, const std::string& path) {
  const TopoDS_Shape shape = read_brep(brep);
  BRepMesh_IncrementalMesh(shape, 0.05, Standard_False, 0.1, Standard_False);
  StlAPI_Writer writer;
  writer.ASCIIMode() = Standard_False;
  if (!writer.Write(shape, path.c_str()))
    throw std::runtime_error(path + ": cannot write the STL file");
}

void write_step(const std::vector<std::byte>& brep, const std::string& path) {
  STEPControl_Writer writer;
  if (writer.Transfer(read_brep(brep), STEPControl_AsIs) != IFSelect_RetDone ||
      writer.Write(path.c_str()) != IFSelect_RetDone) {
    throw std::runtime_error(path + ": cannot write the STEP file");
  }
}

}  // namespace cadforge::geometry
