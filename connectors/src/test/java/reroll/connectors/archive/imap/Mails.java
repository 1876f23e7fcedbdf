package reroll.connectors.archive.imap;

/** Mails of tests. */
final class Mails {
  private Mails() {}

  static String numbered(int number) {
    return forList(number, "To: kvm@vger.example.org\nList-Id: <kvm.vger.example.org>\n");
  }

  /** With headers that say which list it is of. */
  static String forList(int number, String headers) {
    return headers
        + """
        From: Ann <ann@example.org>
        Subject: [PATCH] number %d
        Message-ID: <%d@example.org>
        Date: Mon, 2 Mar 2026 10:00:00 +0000

        The body of number %d.
        """
            .formatted(number, number, number);
  }
}
