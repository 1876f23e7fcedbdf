package reroll.bot.state;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import reroll.bot.delivery.PostId;
import reroll.bot.intake.IntakeEntry;
import reroll.bot.mail.Addressees;
import reroll.bot.mail.Counter;
import reroll.bot.mail.EarlierVersion;
import reroll.bot.mail.MailFacts;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.PatchMail.LineCount;
import reroll.bot.mail.Person;
import reroll.bot.mail.Review;
import reroll.bot.mail.RobotReport;
import reroll.bot.mail.Sketch;
import reroll.bot.mail.Version;
import reroll.bot.series.LinkEvidence;
import reroll.connectors.archive.Cursor;
import reroll.templates.text.RichText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How values are written as JSON in the journal. A change here, or in a record that is saved, wants
 * a new {@link Snapshot#SCHEMA}. Small values that stand there a hundred thousand times are arrays
 * or strings.
 */
final class StateJson {
  /** The kinds of a closed set are told apart by their names. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface OneOf {}

  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  private interface AsArray {}

  private StateJson() {}

  static ObjectMapper mapper() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .changeDefaultVisibility(
                visibility ->
                    visibility
                        .withVisibility(
                            com.fasterxml.jackson.annotation.PropertyAccessor.ALL, Visibility.NONE)
                        .withFieldVisibility(Visibility.ANY)
                        .withCreatorVisibility(Visibility.ANY))
            .addModule(textForms());
    for (Class<?> set :
        List.of(Input.class, IntakeEntry.class, MailFacts.class, LinkEvidence.class)) {
      builder.addMixIn(set, OneOf.class);
    }
    for (Class<?> small :
        List.of(
            Person.class,
            Version.class,
            Counter.class,
            LineCount.class,
            EarlierVersion.class,
            Review.class,
            RobotReport.class)) {
      builder.addMixIn(small, AsArray.class);
    }
    return builder.build();
  }

  private static SimpleModule textForms() {
    SimpleModule module = new SimpleModule("text forms");
    addTextForm(module, MessageId.class, MessageId::value, MessageId::new);
    addTextForm(module, PostId.class, PostId::value, PostId::new);
    addTextForm(module, Cursor.class, Cursor::value, Cursor::new);
    addTextForm(module, RichText.class, RichText::markdown, RichText::ofMarkdown);
    addTextForm(module, Sketch.class, s -> text(s.toArray()), text -> Sketch.of(hashes(text)));
    addTextForm(
        module, Addressees.class, a -> text(a.toArray()), text -> Addressees.of(hashes(text)));
    return module;
  }

  private static <T> void addTextForm(
      SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
    module.addSerializer(
        type,
        new StdSerializer<T>(type) {
          @Override
          public void serialize(T value, JsonGenerator out, SerializationContext ignored) {
            out.writeString(write.apply(value));
          }
        });
    module.addDeserializer(
        type,
        new StdDeserializer<T>(type) {
          @Override
          public T deserialize(JsonParser in, DeserializationContext context) {
            return read.apply(in.getString());
          }
        });
  }

  private static String text(int... hashes) {
    ByteBuffer bytes = ByteBuffer.allocate(hashes.length * Integer.BYTES);
    bytes.asIntBuffer().put(hashes);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static int[] hashes(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
    int[] hashes = new int[bytes.remaining() / Integer.BYTES];
    bytes.asIntBuffer().get(hashes);
    return hashes;
  }
}
