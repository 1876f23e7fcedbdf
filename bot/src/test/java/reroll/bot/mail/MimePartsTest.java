package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.bot.mail.Mail.Defect;

/** Mails of several parts, and of far too many (PROTOCOLS D.3, PEERS G13). */
class MimePartsTest {
  private static final String DIFF =
      "diff --git a/frog.c b/frog.c\n--- a/frog.c\n+++ b/frog.c\n@@ -1 +1 @@\n-sit\n+jump\n";

  private static Letter multipart(String kind, String... parts) {
    StringBuilder body = new StringBuilder("A preamble.\n");
    for (String part : parts) {
      body.append("--b\n").append(part).append('\n');
    }
    return Letter.patch("[PATCH] frog: jump")
        .and("MIME-Version: 1.0")
        .and("Content-Type: multipart/" + kind + "; boundary=\"b\"")
        .says(body + "--b--\nAn epilogue.");
  }

  private static String part(String type, String body) {
    return "Content-Type: " + type + "\n\n" + body;
  }

  @Test
  void ofAlternativesThePlainOneIsRead() {
    Mail mail =
        multipart("alternative", part("text/plain", "plain"), part("text/html", "<b>rich</b>"))
            .parsed();

    assertThat(mail.text().strip()).isEqualTo("plain");
    assertThat(mail.defects()).isEmpty();
  }

  @Test
  void textShownInlineIsReadInItsOrder() {
    Mail mail =
        multipart(
                "mixed",
                part("text/plain; charset=utf-8", "one\n"),
                "\ntwo\n",
                part("text/plain\nContent-Disposition: attachment; filename=x.txt", "not this\n"),
                part("application/pgp-signature", "nor this\n"))
            .parsed();

    assertThat(mail.text()).contains("one").contains("two").doesNotContain("this");
  }

  @Test
  void onlyHtmlIsSaidToBe() {
    Mail mail = multipart("mixed", part("text/html", "<b>rich</b>")).parsed();

    assertThat(mail.text()).isEmpty();
    assertThat(mail.defects()).contains(Defect.HTML_ONLY);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "text/x-patch; name=frog.patch",
        "text/x-diff",
        "text/plain; name=\"frog.diff\"",
        "text/plain\nContent-Disposition: attachment; filename=\"0001-frog.patch\"",
        "text/plain\nContent-Disposition: inline;\n filename=0001-frog.patch",
        "application/octet-stream\nContent-Disposition: attachment; filename*=utf-8''frog.patch",
        "text/plain; name=\"=?utf-8?q?frog=2Epatch?=\"",
      })
  void anAttachedPatchIsRead(String type) {
    PatchMail patch =
        multipart("mixed", part("text/plain", "See below.\n"), part(type, DIFF)).asPatch();

    assertThat(patch.hasDiff()).isTrue();
    assertThat(patch.files()).containsExactly("frog.c");
  }

  @Test
  void anAttachedPatchMayBeEncoded() {
    String base64 = Base64.getMimeEncoder().encodeToString(DIFF.getBytes(StandardCharsets.UTF_8));
    String type = "text/x-patch; name=f.patch\nContent-Transfer-Encoding: base64";

    assertThat(multipart("mixed", part(type, base64)).asPatch().files()).containsExactly("frog.c");
  }

  @Test
  void theFirstAttachedPatchCounts() {
    PatchMail patch =
        multipart(
                "mixed",
                part("text/x-patch; name=1.patch", DIFF),
                part("text/x-patch; name=2.patch", DIFF.replace("frog", "newt")))
            .asPatch();

    assertThat(patch.files()).containsExactly("frog.c");
  }

  @Test
  void aPatchInTheTextComesBeforeOneThatIsAttached() {
    PatchMail patch =
        multipart(
                "mixed",
                part("text/plain", "Jump.\n---\n" + DIFF),
                part("text/x-patch; name=2.patch", DIFF.replace("frog", "newt")))
            .asPatch();

    assertThat(patch.files()).containsExactly("frog.c");
  }

  @Test
  void aSignedPatchIsRead() {
    String inner =
        "multipart/mixed; boundary=\"c\"\n\n--c\n"
            + part("text/plain", "Jump.\n" + DIFF)
            + "\n--c--";
    Letter letter =
        multipart(
            "signed; micalg=pgp-sha512",
            "Content-Type: " + inner,
            part("application/pgp-signature; name=signature.asc", "-----BEGIN PGP SIGNATURE-----"));

    assertThat(letter.asPatch().files()).containsExactly("frog.c");
  }

  @Test
  void anEnclosedMailIsNotOpened() {
    Mail mail =
        multipart(
                "mixed",
                part("text/plain", "forwarded\n"),
                part("message/rfc822", "Subject: [PATCH] x\nMessage-ID: <in@side>\n\n" + DIFF))
            .parsed();

    assertThat(mail.text()).doesNotContain("diff --git");
    assertThat(mail.id()).isEqualTo(new MessageId("a@b"));
  }

  @Test
  void aMultipartWithoutPartsSaysNothing() {
    assertThat(multipart("mixed").parsed().text()).isEmpty();
    assertThat(Letter.with("Content-Type: multipart/mixed").says("x").parsed().text()).isEmpty();
    assertThat(Letter.with("Content-Type: multipart/mixed; boundary=").says("x").parsed().text())
        .isEmpty();
    assertThat(
            Letter.with("Content-Type: multipart/mixed; boundary=zz")
                .says("--b", "x")
                .parsed()
                .text())
        .isEmpty();
  }

  @Test
  void aPartWithoutItsEndIsReadToTheEndOfTheMail() {
    Letter letter =
        Letter.with("Content-Type: multipart/mixed; boundary=b")
            .says("--b", "Content-Type: text/plain", "", "to the end");

    assertThat(letter.parsed().text()).contains("to the end");
  }

  @Test
  void tooManyPartsAreReadToTheLimit() {
    String[] parts = new String[100_000];
    java.util.Arrays.fill(parts, "\nx");
    Mail mail = multipart("mixed", parts).parsed();

    assertThat(mail.defects()).contains(Defect.CUT);
    assertThat(mail.text().replace("\n", "")).hasSizeBetween(1, MimeParts.MAX_PARTS);
  }

  @Test
  void partsWithinPartsAreReadToTheLimit() {
    Mail shallow = nested(MimeParts.MAX_DEPTH - 1);
    Mail deep = nested(3_000);

    assertThat(shallow.text()).contains("bottom");
    assertThat(shallow.defects()).isEmpty();
    assertThat(deep.text()).doesNotContain("bottom");
    assertThat(deep.defects()).contains(Defect.CUT);
  }

  private static Mail nested(int depth) {
    StringBuilder body = new StringBuilder();
    for (int i = 1; i < depth; i++) {
      body.append("--b").append(i - 1).append("\nContent-Type: multipart/mixed; boundary=b");
      body.append(i).append("\n\n");
    }
    body.append("--b").append(depth - 1).append("\n\nbottom\n");
    return Letter.patch("x")
        .and("Content-Type: multipart/mixed; boundary=b0")
        .says(body.toString())
        .parsed();
  }

  @Test
  void aPartsHeaderWithoutEndIsNoObstacle() {
    Mail mail =
        multipart("mixed", part("text/plain", "before"), "X: " + "x".repeat(3 << 20) + "\n\nafter")
            .parsed();

    assertThat(mail.text()).contains("before");
  }

  @Test
  void theBoundaryMayBeWrittenInAnyWay() {
    Letter letter =
        Letter.with("Content-Type: MULTIPART/Mixed;\n\tBOUNDARY=\"=_next part: (1)\"")
            .says("--=_next part: (1)", "", "frog", "--=_next part: (1)--");

    assertThat(letter.parsed().text().strip()).isEqualTo("frog");
  }
}
