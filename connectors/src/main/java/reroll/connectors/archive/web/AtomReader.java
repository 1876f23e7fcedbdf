package reroll.connectors.archive.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import reroll.connectors.archive.web.AtomPage.Entry;

/**
 * Reads an Atom feed (RFC 4287) for the ids of its mails; their content is not the mail and is left
 * alone. Document types, entities and whatever lies outside the feed are refused.
 */
final class AtomReader {
  /** A page of 25 of the largest mails that lists let through has some 20 MB. */
  static final int MAX_BYTES = 32 << 20;

  /** A server may show more than 25 (publicinbox.NAME.feedmax). */
  private static final int MAX_ENTRIES = 1_000;

  private static final int MAX_DATE_CHARS = 64;

  private final XMLStreamReader xml;
  private final List<Entry> entries = new ArrayList<>();
  private Optional<EscapedId> id = Optional.empty();
  private Instant updated = Instant.EPOCH;

  private AtomReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Reads to the feed's end.
   *
   * @throws IOException if that is no whole feed, or one beyond all measure; the message is half a
   *     sentence
   */
  static List<Entry> read(InputStream in) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLReporter((message, type, about, where) -> {}); // it is thrown as well
    try {
      InputStream bounded = new BoundedStream(in, MAX_BYTES, "the feed");
      // The server writes ASCII. A reader takes every byte, where the parser would complain aloud.
      XMLStreamReader xml = factory.createXMLStreamReader(new InputStreamReader(bounded, UTF_8));
      return new AtomReader(xml).feed();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException broken) {
        throw broken;
      }
      throw new IOException("the feed is no whole XML", e);
    }
  }

  private List<Entry> feed() throws XMLStreamException, IOException {
    int depth = 0;
    boolean inEntry = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw new IOException("the feed declares a document type");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        if (depth == 1 && !xml.getLocalName().equals("feed")) {
          throw new IOException("there is no Atom feed but <" + shortName() + ">");
        }
        inEntry = depth == 2 ? begin() : inEntry;
        if (depth == 3 && inEntry && part()) {
          depth--; // its end was read
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (depth == 2 && inEntry) {
          end();
        }
        depth--;
      }
    }
    return entries;
  }

  private String shortName() {
    String name = xml.getLocalName();
    return name.substring(0, Math.min(name.length(), 20)).replaceAll("[^A-Za-z0-9]", "?");
  }

  /** Begins what stands in the feed; true for an entry. */
  private boolean begin() {
    id = Optional.empty();
    updated = Instant.EPOCH;
    return xml.getLocalName().equals("entry");
  }

  private void end() throws IOException {
    if (entries.size() == MAX_ENTRIES) {
      throw new IOException("the feed has more than " + MAX_ENTRIES + " entries");
    }
    id.ifPresent(found -> entries.add(new Entry(found, updated)));
  }

  /** Looks at a part of an entry; true if it was read to its end. */
  private boolean part() throws XMLStreamException {
    if (xml.getLocalName().equals("link")) {
      id = Optional.ofNullable(xml.getAttributeValue(null, "href")).flatMap(AtomReader::idIn);
    }
    if (xml.getLocalName().equals("updated")) {
      updated = date();
      return true;
    }
    return false;
  }

  private Instant date() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        throw new XMLStreamException("an element in a date");
      }
      if (xml.hasText() && text.length() < MAX_DATE_CHARS) {
        text.append(xml.getText());
      }
    }
    try {
      return OffsetDateTime.parse(text.toString().strip())
          .toInstant()
          .truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  /** The last segment of the link's path; that of the server's address may be any. */
  private static Optional<EscapedId> idIn(String href) {
    String path;
    try {
      path = Optional.ofNullable(URI.create(href).getRawPath()).orElse("");
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String whole = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String segment = whole.substring(whole.lastIndexOf('/') + 1);
    return EscapedId.ofSegment(segment);
  }
}
