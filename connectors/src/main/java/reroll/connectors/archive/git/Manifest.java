package reroll.connectors.archive.git;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a server says of the epochs of an inbox (grokmirror's {@code manifest.js.gz}). Immutable.
 *
 * @param fingerprints of the epochs by their numbers; one changes with every push, and says no more
 */
record Manifest(SortedMap<Integer, String> fingerprints) {
  /** Of the gzip document; that of an inbox with 20 epochs has 1 kB. */
  static final int MAX_GZIP_BYTES = 1 << 20;

  private static final int MAX_BYTES = 16 << 20;

  private static final Pattern EPOCH = Pattern.compile("(.*/)(?:git/)?(\\d{1,9})\\.git");

  Manifest {
    fingerprints = Collections.unmodifiableSortedMap(new TreeMap<>(fingerprints));
  }

  /**
   * Reads the document as it was sent.
   *
   * @throws IOException if it is cut off, or no manifest of one inbox; the message ends a sentence
   */
  static Manifest read(byte[] document) throws IOException {
    try (JsonParser json =
        new JsonFactory().createParser(ObjectReadContext.empty(), unpacked(document))) {
      return read(json);
    } catch (JacksonException e) {
      throw new IOException("is no manifest", e);
    }
  }

  private static byte[] unpacked(byte[] document) throws IOException {
    if (document.length < 2 || document[0] != 0x1f || document[1] != (byte) 0x8b) {
      throw new IOException("is no gzip document");
    }
    byte[] json = unzipped(document);
    if (json.length == MAX_BYTES) {
      throw new IOException("is far too large");
    }
    return json;
  }

  /** As much as a manifest may have. */
  private static byte[] unzipped(byte[] document) throws IOException {
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(document))) {
      return unpacked.readNBytes(MAX_BYTES);
    } catch (EOFException | ZipException e) {
      throw new IOException("is no whole gzip document", e);
    }
  }

  private static Manifest read(JsonParser json) throws IOException {
    SortedMap<Integer, String> fingerprints = new TreeMap<>();
    Set<String> inboxes = new HashSet<>();
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("is no manifest");
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      Matcher epoch = EPOCH.matcher(json.currentName());
      json.nextToken();
      String fingerprint = fingerprint(json);
      if (epoch.matches()) {
        inboxes.add(epoch.group(1));
        fingerprints.put(Integer.valueOf(epoch.group(2)), fingerprint);
      }
    }
    if (inboxes.size() > 1) {
      throw new IOException("lists " + inboxes.size() + " inboxes; name the address of one");
    }
    return new Manifest(fingerprints);
  }

  /** Of the repository whose description begins here; leaves the parser at its end. */
  private static String fingerprint(JsonParser json) {
    String fingerprint = "";
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return fingerprint;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean wanted = json.currentName().equals("fingerprint");
      if (json.nextToken() == JsonToken.VALUE_STRING && wanted) {
        fingerprint = json.getString();
      }
      json.skipChildren();
    }
    return fingerprint;
  }
}
