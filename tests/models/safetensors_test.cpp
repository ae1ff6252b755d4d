// Reading and writing safetensors, and refusing what is broken.
#include "models/io/safetensors.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cstring>
#include <fstream>

#include "models/model_fixture.h"

namespace {

using namespace cadforge::models;
using std::filesystem::path;

// A file of the given header text and as many data bytes, each holding its own offset.
path write_raw(const path& file, const std::string& header, std::size_t data_bytes) {
  std::ofstream stream(file, std::ios::binary);
  const std::uint64_t length = header.size();
  stream.write(reinterpret_cast<const char*>(&length), 8);
  stream << header;
  for (std::size_t i = 0; i < data_bytes; ++i) stream.put(static_cast<char>(i));
  return file;
}

std::string entry(const char* name, const char* dtype, const char* shape, const char* offsets) {
  return fmt::format(R"("{}":{{"dtype":"{}","shape":{},"data_offsets":{}}})", name, dtype, shape,
                     offsets);
}

std::string header(const std::string& entries) { return fmt::format("{{{}}}", entries); }

}  // namespace

TEST_CASE("tensors of every floating type, empty ones and metadata come back as written") {
  const auto file = fresh_folder("safetensors-round-trip") / "t.safetensors";
  const at::Tensor x = at::arange(12, at::kFloat).view({3, 4}) / 7;
  const std::vector<std::pair<std::string, at::Tensor>> tensors = {
      {"single", x},
      {"half", x.to(at::kHalf)},
      {"brain", x.to(at::kBFloat16)},
      {"strided", x.t()},
      {"numbers", at::arange(5, at::kLong)},
      {"empty", at::empty({0, 4})},
      {"scalar", at::scalar_tensor(2.5)}};
  write_safetensors(file, tensors, {{"made_by", "a test"}});
  CHECK_FALSE(std::filesystem::exists(file.string() + ".part"));

  const SafetensorsFile read(file);
  CHECK(read.metadata().at("made_by") == "a test");
  CHECK(read.names().size() == tensors.size());
  for (const auto& [name, tensor] : tensors) {
    INFO(name);
    CHECK(read.tensor(name).scalar_type() == tensor.scalar_type());
    CHECK(at::equal(read.tensor(name), tensor));
  }
  CHECK_THROWS_WITH(read.tensor("other"), Catch::Contains("other"));
}

TEST_CASE("a tensor outlives the file object it was read from") {
  const auto file = fresh_folder("safetensors-lifetime") / "t.safetensors";
  write_safetensors(file, {{"x", at::arange(1000, at::kFloat)}});
  const at::Tensor x = SafetensorsFile(file).tensor("x");
  std::filesystem::remove(file);
  CHECK(at::equal(x, at::arange(1000, at::kFloat)));
}

TEST_CASE("data that is not aligned to its type is read all the same") {
  const auto file = fresh_folder("safetensors-unaligned") / "t.safetensors";
  std::string text = header(entry("x", "F32", "[1]", "[0,4]"));
  while (text.size() % 4 != 1) text += ' ';
  write_raw(file, text, 4);
  const unsigned char bytes[] = {0, 1, 2, 3};
  float expected;
  std::memcpy(&expected, bytes, 4);
  CHECK(SafetensorsFile(file).tensor("x").item<float>() == expected);
}

TEST_CASE("a broken file is refused with what is wrong") {
  const auto file = fresh_folder("safetensors-broken") / "t.safetensors";
  const auto refused = [&](const std::string& text, std::size_t bytes, const std::string& why) {
    INFO(text);
    write_raw(file, text, bytes);
    CHECK_THROWS_WITH(SafetensorsFile(file),
                      Catch::Contains(why) && Catch::Contains(file.string()));
  };
  refused(header(entry("x", "F32", "[2]", "[0,8]")), 7, "outside the 7 bytes");
  refused(header(entry("x", "F32", "[2]", "[8,0]")), 8, "outside");
  refused(header(entry("x", "F32", "[2]", "[-8,8]")), 8, "tensor \"x\"");
  refused(header(entry("x", "F32", "[3]", "[0,8]")), 8, "needs 12 bytes, got 8");
  refused(header(entry("x", "F32", "[-1,-2]", "[0,8]")), 8, "whole numbers");
  refused(header(entry("x", "F32", "[2.0]", "[0,8]")), 8, "whole numbers");
  refused(header(entry("x", "F32", "[0,9223372036854775808]", "[0,0]")), 0, "whole numbers");
  refused(header(entry("x", "F32", "[2]", "[0,8,8]")), 8, "expected 2 numbers, got 3");
  refused(header(entry("x", "F32", "[2]", "[1,9]")), 9, "a gap");
  refused(header(entry("x", "F32", "[2]", "[0,8]")), 9, "take 8 bytes of data, the file has 9");
  refused(header(entry("x", "F32", "[4611686018427387904,4]", "[0,0]")), 0, "overflows");
  refused(header(entry("x", "F3", "[2]", "[0,8]")), 8, "unknown dtype \"F3\"");
  refused(header(entry("x", "F32", "\"2\"", "[0,8]")), 8, "tensor \"x\"");
  refused("{\"x\":{\"dtype\":\"F32\",\"shape\":[2]}}", 8, "data_offsets");
  refused(header(entry("x", "F32", "[2]", "[0,8]") + "," + entry("y", "F32", "[2]", "[4,12]")), 12,
          "overlap");
  refused("[1,2]", 0, "expected a JSON object");
  refused("{\"x\":", 0, "not JSON");
}

TEST_CASE("a file shorter than its header says is refused") {
  const auto file = fresh_folder("safetensors-short") / "t.safetensors";
  write_raw(file, "{}", 0);
  std::filesystem::resize_file(file, 9);
  CHECK_THROWS_WITH(SafetensorsFile(file), Catch::Contains("header length 2"));
  std::filesystem::resize_file(file, 4);
  CHECK_THROWS_WITH(SafetensorsFile(file), Catch::Contains("at least 8 bytes"));
  CHECK_THROWS_WITH(SafetensorsFile(file.parent_path() / "none"), Catch::Contains("cannot open"));
}

TEST_CASE("a sharded checkpoint is read through its index, which must agree with the shards") {
  const auto folder = fresh_folder("safetensors-sharded");
  const at::Tensor a = at::ones({2}), b = at::zeros({3});
  const std::string first = "model-00001-of-00002.safetensors";
  const std::string second = "model-00002-of-00002.safetensors";
  write_safetensors(folder / first, {{"a", a}});
  write_safetensors(folder / second, {{"b", b}});
  const auto index = [&](const std::string& map) {
    std::ofstream(folder / "model.safetensors.index.json") << "{\"weight_map\":{" << map << "}}";
  };
  index("\"a\":\"" + first + "\",\"b\":\"" + second + "\"");
  const auto tensors = read_checkpoint(folder);
  REQUIRE(tensors.size() == 2);
  CHECK(at::equal(tensors[0].second, a));
  CHECK(at::equal(tensors[1].second, b));

  index("\"a\":\"" + first + "\",\"b\":\"" + second + "\",\"c\":\"" + second + "\"");
  CHECK_THROWS_WITH(read_checkpoint(folder), Catch::Contains("\"c\" is missing"));
  index("\"a\":\"" + second + "\",\"b\":\"" + second + "\"");
  CHECK_THROWS_WITH(read_checkpoint(folder), Catch::Contains("\"a\" is missing"));
  index("\"a\":\"" + first + "\",\"x\":\"" + second + "\"");
  CHECK_THROWS_WITH(read_checkpoint(folder), Catch::Contains("\"b\""));
  index("\"a\":\"../" + first + "\"");
  CHECK_THROWS_WITH(read_checkpoint(folder), Catch::Contains("expected a file name"));
  index("\"a\":7");
  CHECK_THROWS_WITH(read_checkpoint(folder), Catch::Contains("index.json"));
}
