package reroll.bot.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;
import java.util.Map;

/**
 * Sets the log up when the first line is written: no file is looked for and no XML is read, so that
 * a start need not wait. Found by Logback through {@code META-INF/services}.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
  /** What is written at the least; a system property. */
  static final String LEVEL = "reroll.log.level";

  private static final Map<String, Level> LEVELS =
      Map.of(
          // How the first reading of a list goes, and that a configuration was taken up.
          "reroll.bot.cli.ReadingsInLog", Level.INFO,
          "reroll.bot.cli.LiveBot", Level.INFO,
          // What it says of a damaged pack comes to us as an exception, too, and is told in a line.
          "org.eclipse.jgit.internal.storage.file", Level.OFF);

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    Level level = Level.toLevel(System.getProperty(LEVEL), Level.WARN);
    root(context).setLevel(level);
    List.copyOf(LEVELS.entrySet())
        .forEach(named -> set(context.getLogger(named.getKey()), named.getValue(), level));
    write(context, LogForm.TEXT);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** Who wants to hear nothing hears nothing. */
  private static void set(Logger logger, Level own, Level asked) {
    logger.setLevel(asked.equals(Level.OFF) ? Level.OFF : own);
  }

  private static Logger root(LoggerContext context) {
    return context.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  static void write(LoggerContext context, LogForm form) {
    Encoder<ILoggingEvent> encoder = form.encoder(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> errors = new ConsoleAppender<>();
    errors.setContext(context);
    errors.setTarget("System.err");
    errors.setEncoder(encoder);
    errors.start();
    Logger root = root(context);
    root.detachAndStopAllAppenders();
    root.addAppender(errors);
  }
}
