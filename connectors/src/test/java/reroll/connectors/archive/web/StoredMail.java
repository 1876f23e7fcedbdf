package reroll.connectors.archive.web;

import java.time.Instant;
import java.util.List;

/**
 * A mail as the fake server keeps it.
 *
 * @param number in the order of arrival
 * @param ids the first is that of the header; the last names this mail alone
 * @param second by which the server orders it
 */
record StoredMail(int number, List<String> ids, String text, Instant second) {
  String ownId() {
    return ids.get(ids.size() - 1);
  }
}
