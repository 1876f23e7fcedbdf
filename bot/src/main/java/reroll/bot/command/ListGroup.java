package reroll.bot.command;

import java.util.List;

/**
 * Some lists under one name, as configured. Immutable.
 *
 * @param lists their short names
 */
public record ListGroup(String name, List<String> lists) {
  public ListGroup {
    lists = List.copyOf(lists);
  }
}
