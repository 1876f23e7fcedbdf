package reroll.bot.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Any text can stand below the message of a patch, or be the answer to one. */
public final class DiffFuzz {
  private static final Person ANN = new Person("Ann", "ann@example.org");

  private DiffFuzz() {}

  public static List<byte[]> seeds() {
    return Stream.of(
            """
            diff --git a/pond.c b/pond.c
            index 1..2 100644
            --- a/pond.c
            +++ b/pond.c
            @@ -1,2 +1,3 @@ int pond(void)
             water
            -mud
            +fish
            +carp
            """,
            """
            diff --git a/a b/c
            similarity index 90%
            rename from a
            rename to c
            diff --git "a/\\303\\244" b/x
            new file mode 100755
            Binary files /dev/null and b/x differ
            GIT binary patch
            literal 3
            Kc${NkU|
            """,
            """
             mm/{a => b}/pond.c |  4 ++--
             .../lake.c         | Bin 0 -> 12 bytes
             2 files changed, 2 insertions(+), 2 deletions(-)
            """,
            """
            Changes in v3:
            - drop it (Marit)
            v1 -> v2: https://lore.kernel.org/r/1@example.org
            Reviewed-by: Bo <bo@example.org> # 1-3, 5
            Nacked-by: C
            """)
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  public static void fuzzerTestOneInput(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Lines lines = new Lines(text);
    while (lines.next()) {
      if (Diff.begins(lines)) {
        Diff.read(lines);
      }
    }
    Diffstat.lastIn(text);
    Diffstat.upToSummary(text);
    Changelog.in(text, text, new Version(3, 0));
    Trailer.byLines(text);
    ReviewReader.in(text, ANN);
    MailDates.parse(text);
  }
}
