package reroll.bot.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** The form of the log. */
public enum LogForm {
  /** A line for people. */
  TEXT {
    @Override
    Encoder<ILoggingEvent> encoder(LoggerContext context) {
      TextLayout layout = new TextLayout();
      layout.setContext(context);
      layout.start();
      LayoutWrappingEncoder<ILoggingEvent> lines = new LayoutWrappingEncoder<>();
      lines.setContext(context);
      lines.setLayout(layout);
      return lines;
    }
  },

  /** A JSON object in a line, for programs. */
  JSON {
    @Override
    Encoder<ILoggingEvent> encoder(LoggerContext context) {
      JsonEncoder objects = new JsonEncoder();
      objects.setContext(context);
      objects.setWithSequenceNumber(false);
      objects.setWithContext(false);
      objects.setWithMarkers(false);
      objects.setWithKVPList(false);
      // The arguments stand in the message.
      objects.setWithArguments(false);
      objects.setWithMessage(false);
      objects.setWithFormattedMessage(true);
      return objects;
    }
  };

  abstract Encoder<ILoggingEvent> encoder(LoggerContext context);

  /** As people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** From now on the log is written in this form. */
  public void use() {
    LogSetup.write((LoggerContext) LoggerFactory.getILoggerFactory(), this);
  }
}
