package reroll.bot.cli;

import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reroll.bot.review.Standing;
import reroll.bot.series.Link;
import reroll.bot.series.LinkEvidence;
import reroll.bot.series.Reception.AppliedNote;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;
import reroll.bot.series.TrackedMail;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes series as JSON Lines, one object a series, for other programs. */
final class SeriesExport implements AutoCloseable {
  private final JsonGenerator json;

  SeriesExport(Writer out) {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    json = factory.createGenerator(ObjectWriteContext.empty(), out);
  }

  void write(Series series) {
    Revision latest = series.latest();
    json.writeStartObject();
    json.writeStringProperty("id", Long.toString(series.id()));
    json.writeStringProperty("title", latest.title());
    json.writeStringProperty("author", latest.author().toString());
    json.writeArrayPropertyStart("revisions");
    for (Revision revision : series.revisions()) {
      write(revision);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw("\n");
  }

  private void write(Revision revision) {
    json.writeStartObject();
    json.writeNumberProperty("version", revision.version().major());
    if (revision.version().minor() > 0) {
      json.writeStringProperty("label", revision.label());
    }
    json.writeBooleanProperty("rfc", revision.isRfc());
    json.writeBooleanProperty("resent", revision.isResent());
    json.writeStringProperty("kind", kind(revision));
    json.writeNumberProperty("total", revision.total());
    json.writeNumberProperty("received", revision.received());
    json.writeStringProperty("began", revision.began().toString());
    writeId("cover", revision.cover());
    writePatches(revision.patches());
    writeIds("others", revision.others());
    revision.link().ifPresent(this::write);
    json.writeStringProperty("standing", word(Standing.of(revision).kind()));
    writeApplied(revision.reception().applied());
    json.writeEndObject();
  }

  private static String kind(Revision revision) {
    return revision.isPull() ? "pull" : revision.isStable() ? "stable" : "patch";
  }

  private void writeId(String name, Optional<TrackedMail> mail) {
    if (mail.isPresent()) {
      json.writeStringProperty(name, mail.get().id().value());
    } else {
      json.writeNullProperty(name);
    }
  }

  /** By the index alone where all counters have the announced total. */
  private void writePatches(List<TrackedMail> patches) {
    json.writeObjectPropertyStart("patches");
    for (TrackedMail patch : patches) {
      String key =
          patch
              .counter()
              .map(
                  c ->
                      c.fraction() == 0
                          ? Integer.toString(c.index())
                          : c.index() + "." + c.fraction())
              .orElse("1");
      json.writeStringProperty(key, patch.id().value());
    }
    json.writeEndObject();
  }

  private void writeIds(String name, List<TrackedMail> mails) {
    json.writeArrayPropertyStart(name);
    mails.forEach(mail -> json.writeString(mail.id().value()));
    json.writeEndArray();
  }

  private void write(Link link) {
    json.writeNumberProperty("linkedTo", link.to().version().major());
    json.writeArrayPropertyStart("evidence");
    link.evidence().stream().map(LinkEvidence::kind).distinct().forEach(json::writeString);
    json.writeEndArray();
  }

  private void writeApplied(List<AppliedNote> notes) {
    json.writeArrayPropertyStart("applied");
    for (AppliedNote note : notes) {
      json.writeStartObject();
      json.writeStringProperty("how", word(note.applied().how()));
      json.writeStringProperty("by", note.by().toString());
      json.writeStringProperty("at", note.at().toString());
      json.writeStringProperty("where", note.applied().where());
      json.writeBooleanProperty("subset", note.applied().subset());
      json.writeArrayPropertyStart("patches");
      note.applied().patches().forEach(json::writeNumber);
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public void close() {
    json.close();
  }
}
