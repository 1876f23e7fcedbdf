package reroll.connectors.archive.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A thread without the strangers: a server puts mails of the same subject into it
 * (PublicInbox/Over.pm, get_thread); only those belong to it that References and In-Reply-To
 * connect, be it through mails that are not there.
 */
final class StrictThread {
  /** The mails that each id is an id of, or is named by. */
  private final Map<EscapedId, List<Integer>> mailsNaming = new HashMap<>();

  private final List<Set<EscapedId>> idsOf = new ArrayList<>();
  private final List<WireMail> mails;

  private StrictThread(List<WireMail> mails) {
    this.mails = mails;
    for (int i = 0; i < mails.size(); i++) {
      MailHeader header = new MailHeader(mails.get(i).bytes());
      Set<EscapedId> ids = new HashSet<>(header.ids());
      ids.addAll(header.references());
      idsOf.add(ids);
      for (EscapedId id : ids) {
        mailsNaming.computeIfAbsent(id, key -> new ArrayList<>()).add(i);
      }
    }
  }

  /** The mails that are connected with {@code id}, in their order. */
  static List<WireMail> of(EscapedId id, List<WireMail> mails) {
    return new StrictThread(mails).connectedWith(id);
  }

  private List<WireMail> connectedWith(EscapedId start) {
    boolean[] connected = new boolean[mails.size()];
    Set<EscapedId> seen = new HashSet<>(Set.of(start));
    Deque<EscapedId> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (int mail : mailsNaming.getOrDefault(open.remove(), List.of())) {
        connected[mail] = true;
        idsOf.get(mail).stream().filter(seen::add).forEach(open::add);
      }
    }
    List<WireMail> thread = new ArrayList<>();
    for (int i = 0; i < connected.length; i++) {
      if (connected[i]) {
        thread.add(mails.get(i));
      }
    }
    return thread;
  }
}
