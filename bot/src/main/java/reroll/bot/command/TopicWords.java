package reroll.bot.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import reroll.bot.filter.BadFilter;
import reroll.bot.filter.Filter;
import reroll.bot.follow.Subscription.Topic;
import reroll.bot.words.Nearest;

/** Reads what somebody wants to hear of: {@code kvm path:virt/**}. */
final class TopicWords {
  private TopicWords() {}

  /**
   * A filter for all lists.
   *
   * @throws CannotDo with what is wrong with it
   */
  static Topic everywhere(List<String> words, Call call) throws CannotDo {
    return topic(Optional.empty(), words, call);
  }

  /**
   * A list, which may be left out where there is only one, and a filter, which may be left out.
   *
   * @throws CannotDo with what is wrong with it
   */
  static Topic onList(List<String> words, Call call) throws CannotDo {
    Optional<ListInfo> named = words.stream().findFirst().flatMap(call.known()::list);
    if (named.isPresent()) {
      return topic(named.map(ListInfo::name), words.subList(1, words.size()), call);
    }
    List<ListInfo> lists = call.known().lists();
    if (lists.size() == 1 && call.known().filters().isFilter(words)) {
      return topic(Optional.of(lists.get(0).name()), words, call);
    }
    throw new CannotDo(noList(words, lists.stream().map(ListInfo::name).toList()));
  }

  private static String noList(List<String> words, List<String> lists) {
    String known = "I read " + String.join(", ", lists) + ".";
    if (words.isEmpty()) {
      return "Which list? " + known;
    }
    String said = SeriesFinder.shortened(words.get(0));
    String nearest =
        Nearest.of(words.get(0), lists).map(name -> " Did you mean " + name + "?").orElse("");
    return "'" + said + "' is no list." + nearest + " " + known;
  }

  private static Topic topic(Optional<String> list, List<String> words, Call call) throws CannotDo {
    return new Topic(call.speaker().channel(), list, filter(words, call).toString());
  }

  /** A filter of all that was said. */
  static Filter filter(List<String> words, Call call) throws CannotDo {
    try {
      return call.known().filters().parse(words);
    } catch (BadFilter e) {
      throw new CannotDo(e.getMessage());
    }
  }

  /**
   * A filter that may be left out, as text.
   *
   * @throws CannotDo with what is wrong with it
   */
  static String choice(List<String> words, Call call) throws CannotDo {
    if (!words.isEmpty() && !call.known().filters().isFilter(words)) {
      String said = SeriesFinder.shortened(words.get(0));
      throw new CannotDo("'" + said + "' is no filter; one is title:folio or path:mm/**.");
    }
    return filter(words, call).toString();
  }

  /** Topics, to choose from. */
  static String words(List<Topic> topics) {
    return topics.stream().map(Topic::words).collect(Collectors.joining("; "));
  }
}
