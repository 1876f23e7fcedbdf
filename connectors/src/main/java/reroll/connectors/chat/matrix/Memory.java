package reroll.connectors.chat.matrix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What outlives the process: the place in what was said, rooms that moved, invitations that wait,
 * and what the operators were told. Thread-safe.
 */
final class Memory {
  /** Of each kind; what is beyond is left out. */
  static final int MAX = 1_000;

  private final Place place;

  /** Guarded by this, as all below. */
  private Optional<String> since = Optional.empty();

  private final Map<String, String> moved = new LinkedHashMap<>();
  private final Map<String, String> invitations = new LinkedHashMap<>();

  /** The sentences that the operators were told, by what they are about. */
  private final Map<String, String> told = new LinkedHashMap<>();

  /** How often the operators were told of something. */
  private long tellings;

  Memory(Place place) {
    this.place = place;
  }

  synchronized void load() throws IOException {
    Optional<JsonNode> saved = place.read();
    if (saved.isPresent()) {
      since = Optional.of(Json.text(saved.get(), "since")).filter(text -> !text.isEmpty());
      fill(moved, saved.get().path("moved"));
      fill(invitations, saved.get().path("invitations"));
      tellings = saved.get().path("tellings").longValue(0);
      fill(told, saved.get().path("told"));
    }
  }

  private static void fill(Map<String, String> into, JsonNode from) {
    Json.entries(from).forEach(each -> into.put(each.getKey(), each.getValue().stringValue("")));
  }

  synchronized Optional<String> since() {
    return since;
  }

  /** Notes a place; what came before it was taken. */
  synchronized void reach(Optional<String> next) throws IOException {
    since = next;
    save();
  }

  synchronized void save() throws IOException {
    ObjectNode saved = Json.object().put("since", since.orElse(""));
    ObjectNode rooms = saved.putObject("moved");
    moved.forEach(rooms::put);
    ObjectNode waiting = saved.putObject("invitations");
    invitations.forEach(waiting::put);
    ObjectNode sentences = saved.putObject("told");
    told.forEach(sentences::put);
    saved.put("tellings", tellings);
    place.write(saved);
  }

  /** Notes that a room went on in another. */
  synchronized void move(String from, String to) {
    if (moved.size() < MAX && !from.equals(to) && !chain(to).contains(from)) {
      moved.put(from, to);
    }
  }

  /** Where a room is now. */
  synchronized String now(String room) {
    List<String> chain = chain(room);
    return chain.get(chain.size() - 1);
  }

  private List<String> chain(String room) {
    List<String> chain = new ArrayList<>(List.of(room));
    String next = moved.get(room);
    while (next != null && !chain.contains(next)) {
      chain.add(next);
      next = moved.get(next);
    }
    return chain;
  }

  /** What a room was called when it was first known, so that a move changes nothing for others. */
  synchronized String atFirst(String room) {
    Set<String> seen = new LinkedHashSet<>();
    String first = room;
    boolean found = true;
    while (found && seen.add(first)) {
      String name = first;
      Optional<String> before =
          moved.entrySet().stream()
              .filter(move -> move.getValue().equals(name))
              .map(Map.Entry::getKey)
              .findFirst();
      found = before.isPresent();
      first = before.orElse(first);
    }
    return first;
  }

  synchronized void invite(String room, String by) {
    if (invitations.size() < MAX) {
      invitations.put(room, by);
    }
  }

  synchronized void settleInvitation(String room) {
    invitations.remove(room);
  }

  /** Who invited, by room. */
  synchronized Map<String, String> invitations() {
    return new LinkedHashMap<>(invitations);
  }

  synchronized boolean wasTold(String thing, String sentence) {
    return sentence.equals(told.get(thing));
  }

  synchronized void noteTold(String thing, String sentence) {
    if (told.size() < MAX || told.containsKey(thing)) {
      told.put(thing, sentence);
    }
    tellings++;
  }

  /** Names what the operators are told next; the same name until that is noted and saved. */
  synchronized String nextTelling() {
    return "trouble-" + tellings;
  }

  /** What is over may be told again when it comes back. */
  synchronized void forgetTold(Set<String> things) {
    told.keySet().removeAll(things);
  }
}
