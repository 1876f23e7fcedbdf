package reroll.bot.cli;

import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time zone that somebody wrote on the command line. */
final class ZoneReader implements ITypeConverter<ZoneId> {
  @Override
  public ZoneId convert(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new TypeConversionException("'" + name + "' is no time zone; one is Europe/Berlin");
    }
  }
}
