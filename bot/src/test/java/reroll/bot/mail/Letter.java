package reroll.bot.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;

/** A mail as a test writes it: the lines of its header block, then its body. Immutable. */
record Letter(String head, String body, Charset charset) {
  /** A letter of UTF-8 text. */
  static Letter with(String... fields) {
    return new Letter(String.join("\n", fields) + "\n", "", UTF_8);
  }

  /** A patch mail that says nothing yet. */
  static Letter patch(String subject) {
    return with("From: Ann Alder <ann@alder.example>", "Subject: " + subject, "Message-ID: <a@b>");
  }

  /** A letter that answers another one. */
  static Letter reply(String subject) {
    return with(
        "From: Bob Birch <bob@birch.example>",
        "Subject: " + subject,
        "Message-ID: <reply@mails.example>",
        "In-Reply-To: <patch@mails.example>");
  }

  Letter and(String field) {
    return new Letter(head + field + "\n", body, charset);
  }

  Letter says(String... lines) {
    return new Letter(head, String.join("\n", lines) + "\n", charset);
  }

  /** Adds lines to those that it says. */
  Letter saysMore(String... lines) {
    return new Letter(head, body + String.join("\n", lines) + "\n", charset);
  }

  /** Each character below 256 becomes the byte of that number. */
  Letter inBytes() {
    return new Letter(head, body, ISO_8859_1);
  }

  byte[] bytes() {
    return (head + "\n" + body).getBytes(charset);
  }

  Mail parsed() {
    return MailParser.parse(bytes());
  }

  MailFacts read() {
    return MailReader.read(parsed());
  }

  PatchMail asPatch() {
    return (PatchMail) read();
  }

  Reply asReply() {
    return (Reply) read();
  }
}
