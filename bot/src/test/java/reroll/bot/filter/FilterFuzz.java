package reroll.bot.filter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import reroll.bot.series.Revision;

/** Any words are a filter or are refused; a filter reads again as it shows itself. */
public final class FilterFuzz {
  private static final Traits TRAITS = Traits.of(revision());

  private FilterFuzz() {}

  private static Revision revision() {
    return new FilterLab().patch("[PATCH v2] pond: drain it", "pond/mud/a.c", "fish/carp.c");
  }

  public static List<byte[]> seeds() {
    return Stream.of(
            "author:ann path:mm/** -kind:rfc",
            "title:\"page cache\" size:2..8",
            "title:/^mm.*(folio|page){1,3}/ list:pond",
            "domain:example.org,@b.example -subsystem:pond",
            "team:keepers maintainer:ann size:<500lines folio",
            "mm: path:*.rs,Kconfig,a/**/b?.c")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  public static void fuzzerTestOneInput(byte[] bytes) {
    FilterParser parser = new FilterParser(FilterLab.WORDS);
    try {
      Filter filter = parser.parse(new String(bytes, StandardCharsets.UTF_8));
      boolean lets = filter.matches(TRAITS);
      Filter again = again(parser, filter);
      if (again.matches(TRAITS) != lets || !again.toString().equals(filter.toString())) {
        throw new AssertionError("it reads again as another: " + filter + ", " + again);
      }
    } catch (BadFilter refused) {
      if (refused.getMessage().isBlank()) {
        throw new AssertionError("refused without a word", refused);
      }
    }
  }

  private static Filter again(FilterParser parser, Filter filter) {
    try {
      return parser.parse(filter.toString());
    } catch (BadFilter e) {
      throw new AssertionError("it does not read again: " + filter, e);
    }
  }
}
