package reroll.bot.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A line for people: when, on which thread, how bad, who says what; below it the cause. Logback's
 * own layouts read a pattern, and every start would wait for all that can stand in one.
 * Thread-safe.
 */
final class TextLayout extends LayoutBase<ILoggingEvent> {
  private static final String TIME = "uuuu-MM-dd HH:mm:ss";

  @Override
  public String doLayout(ILoggingEvent event) {
    String cause =
        Optional.ofNullable(event.getThrowableProxy()).map(ThrowableProxyUtil::asString).orElse("");
    return time(event.getInstant())
        + " ["
        + event.getThreadName()
        + "] "
        + event.getLevel()
        + " "
        + simple(event.getLoggerName())
        + " - "
        + event.getFormattedMessage()
        + System.lineSeparator()
        + cause;
  }

  /** Made anew for each line: few starts write one, and nobody writes many. */
  private static String time(Instant at) {
    return DateTimeFormatter.ofPattern(TIME, Locale.ROOT).format(at.atZone(ZoneId.systemDefault()));
  }

  private static String simple(String logger) {
    return logger.substring(logger.lastIndexOf('.') + 1);
  }
}
