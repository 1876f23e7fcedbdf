package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reroll.BoundedWork;

/**
 * Mails written to keep a reader busy (DESIGN rule 7). Each takes milliseconds; the limit is far
 * below what a pattern that tries everything would take.
 */
@BoundedWork(seconds = 8)
class HostileMailTest {
  private static final int CHARS = 1 << 16;

  /** What patterns of this package begin with or repeat. */
  private static final List<String> UNITS =
      List.of(
          "v1 ",
          " ",
          "-",
          "[",
          "(",
          "<",
          "A-",
          "a@",
          "\"",
          "\\",
          "/",
          "1/1 ",
          "=?",
          "=?a?q?",
          "<a@",
          "http://a/",
          "rfc-",
          "patch ",
          "the ",
          "and ",
          "applied to ",
          "please ",
          "v1 -> ",
          "{a =>",
          " | ",
          "\"b/",
          " via ",
          "ci+",
          "[1] ",
          "-8<",
          "\u202E",
          "\0");

  static Stream<String> units() {
    return UNITS.stream();
  }

  private static String much(String unit) {
    return unit.repeat(CHARS / unit.length());
  }

  private static void isReadInTime(Letter letter) {
    byte[] bytes = letter.bytes();
    MailFacts facts = MailReader.read(MailParser.parse(bytes));
    assertThat(facts.id().value()).isNotEmpty();
    Robots.isRobot(facts.author());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("units")
  void aLineWithoutEndInAPatchIsNoTrouble(String unit) {
    String endless = much(unit);
    isReadInTime(
        Letter.patch("[PATCH 6.1 v3] x")
            .says(
                "From: " + endless, "", endless, "---", "v2: " + endless, "Link to v2: " + endless)
            .saysMore("[v2] " + endless, " pond.c | " + endless, "- " + endless)
            .saysMore("diff --git " + endless, "+++ " + endless, "@@ " + endless, "!"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("units")
  void aLineWithoutEndInAReplyIsNoTrouble(String unit) {
    String[] lines = {
      much(unit), "Reviewed-by: " + much(unit), "Applied " + much(unit), "please ignore nak", "!"
    };
    isReadInTime(Letter.reply("Re: x").says(lines));
    isReadInTime(
        Letter.with("Message-ID: <x.b4-ty@y>", "In-Reply-To: <a@b>", "Subject: Re: x").says(lines));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("units")
  void aFieldWithoutEndIsNoTrouble(String unit) {
    for (String name :
        List.of(
            "Subject: [PATCH ",
            "Subject: ",
            "From: ",
            "From: x via y <a@b>\nReply-To: ",
            "Date: ",
            "Received: ",
            "In-Reply-To: ",
            "References: ",
            "Message-ID: ",
            "Content-Type: ",
            "Content-Type: multipart/mixed; boundary=",
            "Content-Transfer-Encoding: ")) {
      isReadInTime(Letter.with(name + much(unit)).says("x"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("units")
  void linesWithoutEndAreNoTrouble(String unit) {
    String lines = much(unit + "\n");
    isReadInTime(
        Letter.patch("[PATCH v3] x").says(lines, "---", "v3:", lines, "diff --git a/a b/a", lines));
    isReadInTime(Letter.reply("Re: x").says(lines));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("units")
  void encodedTextWithoutEndIsNoTrouble(String unit) {
    for (String encoding : List.of("base64", "quoted-printable")) {
      isReadInTime(
          Letter.patch("[PATCH] x")
              .and("Content-Transfer-Encoding: " + encoding)
              .and("Content-Type: text/plain; format=flowed; charset=utf-8")
              .says(much(unit), much(unit + "\n")));
    }
  }
}
