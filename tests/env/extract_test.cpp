#include "env/extract.h"

#include <catch2/catch.hpp>

namespace {

using cadforge::env::extract_code;

std::string code_of(const std::string& text) { return extract_code(text, false).code; }

}  // namespace

TEST_CASE("without a fence the whole text is the program") {
  CHECK(code_of("a = 1\nb = 2\n") == "a = 1\nb = 2\n");
  CHECK(code_of("a = 1\r\nb = 2\r") == "a = 1\nb = 2\n");
  CHECK(code_of("").empty());
  CHECK(code_of(" \n\t\n").empty());
}

TEST_CASE("the first Python fence is the program") {
  CHECK(code_of("Here:\n```python\na = 1\n```\nand\n```python\nb = 2\n```\n") == "a = 1\n");
  CHECK(code_of("```py\na = 1\n```") == "a = 1\n");
  CHECK(code_of("```Python \na = 1\n```") == "a = 1\n");
  CHECK(code_of("```\na = 1\n```\n") == "a = 1\n");
  CHECK(code_of("```json\n{}\n```\n\n```python\na = 1\n```\n") == "a = 1\n");
  CHECK(code_of("```python\na = 1\n") == "a = 1\n");
  CHECK(code_of("```python\r\na = 1\r\n```") == "a = 1\n");
  CHECK(code_of("So: ```python\na = 1\n```") == "a = 1\n");
  CHECK(code_of("```python\n```").empty());
  CHECK(code_of("```json\n{}\n```\n") == "```json\n{}\n```\n");
}

TEST_CASE("backticks within a line open and close nothing") {
  CHECK(code_of("Use ```box``` so:\n```python\na = 1\n```\nthen\n") == "a = 1\n");
  CHECK(code_of("```python\na = '```'\nb = 2\n```\n") == "a = '```'\nb = 2\n");
  CHECK(code_of("```python\nb = 2  # ```\n```\n") == "b = 2  # ```\n");
}

TEST_CASE("a fence within a list is taken back to the margin") {
  CHECK(code_of("1. so:\n   ```python\n   if a:\n       b = 2\n   ```\n") == "if a:\n    b = 2\n");
}

TEST_CASE("a longer fence is closed by its like only") {
  CHECK(code_of("````python\na = '''\n```\n'''\n````\nbye") == "a = '''\n```\n'''\n");
}

TEST_CASE("thoughts are dropped, and the program in them with them") {
  CHECK(code_of("<think>\n```python\na = 1\n```\n</think>\n```python\nb = 2\n```") == "b = 2\n");
  CHECK(code_of("hm</think>x</think>b = 2") == "b = 2");
  CHECK_FALSE(extract_code("<think>hm</think>b = 2", false).truncated);
}

TEST_CASE("an unclosed thought or a cut by length is truncated") {
  CHECK(extract_code("<think>\n```python\na = 1\n```\n", false).truncated);
  CHECK(extract_code("a</think>b = 2 <think>", false).truncated);
  CHECK(extract_code("a = 1", true).truncated);
  CHECK_FALSE(extract_code("a = 1", false).truncated);
}
