package reroll.bot.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import reroll.bot.series.Revision;

/** What is found by features is what would be found by trying every filter. */
class FilterIndexTest {
  private static final List<String> TERMS =
      List.of(
          "author:ann",
          "author:bob@birch.example",
          "author:ann,bob",
          "-author:ann",
          "domain:example",
          "domain:birch.example",
          "team:keepers",
          "path:pond/**",
          "path:**/frog.c",
          "path:pond/frog.c",
          "path:frog.c",
          "path:river/*/a.?",
          "path:*.h,fish/",
          "-path:pond",
          "subsystem:keeping",
          "subsystem:fish",
          "subsystem:wild",
          "subsystem:talk",
          "maintainer:bob",
          "title:frogs",
          "\"the frogs\"",
          "gills,frogs",
          "/fr.gs/",
          "list:pond",
          "list:pond,river",
          "-list:river",
          "kind:rfc",
          "size:>1",
          "size:<3lines");

  private final FilterLab lab = new FilterLab();
  private final FilterIndex<Integer> index = new FilterIndex<>();

  @Test
  void noFilterThatLetsSomethingThroughIsOverlooked() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    postings();
    List<Filter> filters = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      filters.add(lab.filter(terms(random)));
      index.put(i, filters.get(i));
    }
    for (int gone = 0; gone < 500; gone += 7) {
      index.remove(gone);
    }

    for (Revision revision : lab.revisions()) {
      assertThat(index.matching(Traits.of(revision)))
          .as("seed %d, %s", seed, revision)
          .isEqualTo(tried(filters, revision));
    }
  }

  private static String terms(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      text.append(TERMS.get(random.nextInt(TERMS.size()))).append(' ');
    }
    return text.toString();
  }

  private static List<Integer> tried(List<Filter> filters, Revision revision) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < filters.size(); i++) {
      if (i % 7 != 0 && filters.get(i).matches(Traits.of(revision))) {
        all.add(i);
      }
    }
    return all;
  }

  private void postings() {
    lab.patch("[PATCH] pond: count the frogs", "pond/frog.c", "pond/deep/frog.h");
    lab.patch("[RFC PATCH] fish: gills", "fish/eel.c");
    lab.mail("Bob Birch <bob@birch.example>", "river", "[PATCH] river: flow", "river/wild/a.c");
    lab.mail("Cid <cid@elsewhere.example>", "river", "[PATCH] the frogs", "frog.c", "lake/carp");
    lab.mail("Ann Alder <other@oak.example>", "pond", "[PATCH 1/2] mud", "pond/mud/worm.c");
    lab.mail("nobody", "pond", "[PATCH] talk", "x");
  }

  @Test
  void anotherFilterForTheSameTakesThePlaceOfTheFirst() {
    Revision frogs = lab.patch("[PATCH] frogs", "a");
    index.put(1, lab.filter("title:frogs"));
    index.put(2, lab.filter("title:frogs"));
    index.put(1, lab.filter("title:newts"));

    assertThat(index.matching(Traits.of(frogs))).containsExactly(2);
    assertThat(index.find(1)).contains(lab.filter("title:newts"));
    index.remove(2);
    index.remove(99);
    assertThat(index.matching(Traits.of(frogs))).isEmpty();
  }
}
