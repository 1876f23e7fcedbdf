package reroll.bot.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code team:storage}: one of its members is the author. */
final class TeamTerms {
  private TeamTerms() {}

  static List<Term> read(String value, Vocabulary vocabulary) throws BadFilter {
    List<String> members = vocabulary.teams().get(value.toLowerCase(Locale.ROOT));
    if (members == null) {
      throw new BadFilter(Unknown.of("team", value, vocabulary.teams().keySet()));
    }
    List<Term> terms = new ArrayList<>();
    for (String member : members) {
      terms.addAll(AuthorTerm.read(member, vocabulary));
    }
    return terms;
  }
}
