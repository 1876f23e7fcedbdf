package reroll.connectors.archive.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whatever a server sends as a feed or an mbox is one, or none. */
public final class WebFuzz {
  private WebFuzz() {}

  public static List<byte[]> seeds() {
    return Stream.of(
            """
            <?xml version="1.0" encoding="us-ascii"?>
            <feed xmlns="http://www.w3.org/2005/Atom"><title>kvm</title>
            <entry><author><name>A</name></author><title>[PATCH] &#8220;x</title>
            <updated>2026-03-01T12:00:00Z</updated>
            <link href="https://lore.kernel.org/kvm/1%40example.org/"/>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><pre>t</pre></div></content>
            </entry></feed>
            """,
            """
            From mboxrd@z Thu Jan  1 00:00:00 1970
            Subject: a

            >From me
            >>From you

            From mboxrd@z Thu Jan  1 00:00:00 1970
            Subject: b

            text
            """)
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      AtomReader.read(new ByteArrayInputStream(bytes));
    } catch (IOException none) {
      mustSayWhy(none);
    }
    MboxrdReader mbox = new MboxrdReader(new ByteArrayInputStream(bytes));
    try {
      Optional<WireMail> mail = mbox.next();
      while (mail.isPresent()) {
        mail = mbox.next();
      }
    } catch (IOException none) {
      mustSayWhy(none);
    }
  }

  private static void mustSayWhy(IOException none) {
    if (none.getMessage() == null) {
      throw new AssertionError("refused without a word", none);
    }
  }
}
