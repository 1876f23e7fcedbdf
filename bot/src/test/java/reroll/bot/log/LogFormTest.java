package reroll.bot.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one entry of the log looks like. */
class LogFormTest {
  /** That of the process, as entries want one that was set up. */
  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

  private String written(LogForm form, Throwable why) {
    Encoder<ILoggingEvent> encoder = form.encoder(context);
    encoder.start();
    LoggingEvent event =
        new LoggingEvent(
            "x",
            context.getLogger("reroll.bot.run.ListWatch"),
            Level.WARN,
            "{}: \"{}\"",
            why,
            new Object[] {"kvm", "gone\u0007"});
    event.setThreadName("reader");
    return new String(encoder.encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void aLineForPeopleSaysWhenWhoAndWhat() {
    assertThat(written(LogForm.TEXT, null))
        .matches(
            "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\[reader] WARN ListWatch - kvm: .*\\R");
  }

  @Test
  void theCauseStandsBelowTheLineWithWhatCausedIt() {
    IOException cause = new IOException("the disk is full", new IOException("no room"));
    assertThat(written(LogForm.TEXT, cause).lines())
        .anyMatch(line -> line.equals("java.io.IOException: the disk is full"))
        .anyMatch(line -> line.startsWith("\tat reroll.bot.log.LogFormTest."))
        .anyMatch(line -> line.equals("Caused by: java.io.IOException: no room"));
  }

  @Test
  void aLineForProgramsIsOneObject() {
    String line = written(LogForm.JSON, new IOException("the disk\nis full"));
    assertThat(line.strip()).doesNotContain("\n");

    JsonNode entry = JsonMapper.shared().readTree(line);

    assertThat(entry.path("level").asString()).isEqualTo("WARN");
    assertThat(entry.path("loggerName").asString()).isEqualTo("reroll.bot.run.ListWatch");
    assertThat(entry.path("threadName").asString()).isEqualTo("reader");
    assertThat(entry.path("formattedMessage").asString()).isEqualTo("kvm: \"gone\u0007\"");
    assertThat(entry.path("throwable").path("message").asString()).isEqualTo("the disk\nis full");
    assertThat(entry.has("arguments")).isFalse();
  }
}
