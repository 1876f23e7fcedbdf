package reroll.bot.config;

import java.util.List;

/**
 * Some lists under one name, as configured. Immutable.
 *
 * @param lists their short names, as the file writes them where it has them
 */
public record GroupConfig(String name, List<String> lists) {
  public GroupConfig {
    lists = List.copyOf(lists);
  }
}
