// The few words of HTML that the report is made of.
#pragma once

#include <string>
#include <string_view>

namespace cadforge::trainer {

/// Text for element content and quoted attributes: & < > " ' are escaped, control characters and
/// bytes that are not UTF-8 become U+FFFD.
std::string escape_html(std::string_view text);

/// At most `most` bytes, cut at a character's border, with an ellipsis where something was left
/// out.
std::string clip_text(std::string_view text, std::size_t most);

/// 0.1234 -> "0.123", 12345 -> "12,345": a number for people.
std::string show_number(double value);

}  // namespace cadforge::trainer
