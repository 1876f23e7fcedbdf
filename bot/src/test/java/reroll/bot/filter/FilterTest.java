package reroll.bot.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.bot.series.Revision;

/** Which filters let which postings through. */
class FilterTest {
  private final FilterLab lab = new FilterLab();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                               | true",
        "author:ann                     | true",
        "author:ALDER                   | true",
        "author:ann@alder.example       | true",
        "author:\"alder ann\"           | true",
        "author:an                      | false",
        "author:bob,ann                 | true",
        "author:bob                     | false",
        "-author:bob                    | true",
        "-author:ann                    | false",
        "domain:alder.example           | true",
        "domain:example                 | true",
        "domain:der.example             | false",
        "author:@alder.example          | true",
        "team:keepers                   | true",
        "TEAM:Keepers                   | true",
        "-team:keepers                  | false",
        "path:pond/frog.c               | true",
        "path:pond                      | true",
        "path:/pond                     | true",
        "path:pond/                     | true",
        "path:pond/**                   | true",
        "path:**/frog.c                 | true",
        "path:frog.?                    | true",
        "path:*.c                       | true",
        "path:pond/*                    | true",
        "path:*/deep/*.h                | true",
        "path:pond/frog                 | false",
        "path:pon                       | false",
        "path:*.rs                      | false",
        "path:deep                      | true",
        "path:/deep                     | false",
        "path:pond/*.h                  | false",
        "subsystem:\"pond keeping\"     | true",
        "subsystem:pond                 | true",
        "subsystem:fish                 | false",
        "maintainer:ann                 | true",
        "maintainer:ann@alder.example   | true",
        "maintainer:bob                 | false",
        "title:frogs                    | true",
        "title:FROGS                    | true",
        "title:frog                     | false",
        "title:\"frogs count\"          | true",
        "frogs                          | true",
        "frogs count                    | true",
        "frogs newts                    | false",
        "frogs,newts                    | true",
        "pond: frogs                    | true",
        "title:/^pond:.*frogs$/         | true",
        "title:/FROG./                  | true",
        "/(newts)?.frogs/               | true",
        "title:\"/the frogs/\"          | true",
        "title:/newts/                  | false",
        "to:lake                        | true",
        "to:lake@lists.example          | true",
        "to:LAKE@Lists.example          | true",
        "to:@lists.example              | true",
        "to:ann                         | true",
        "to:bob                         | false",
        "to:lak                         | false",
        "to:@example                    | false",
        "cc:bob@birch.example           | true",
        "cc:lake,bob                    | true",
        "-cc:@birch.example             | false",
        "cc:ann                         | false",
        "list:pond                      | true",
        "list:river                     | false",
        "-list:river                    | true",
        "kind:rfc                       | false",
        "kind:patch                     | true",
        "kind:rfc,patch                 | true",
        "-kind:stable,pull,bots         | true",
        "size:1                         | true",
        "size:>1                        | false",
        "size:>=1                       | true",
        "size:<2patches                 | true",
        "size:2..8                      | false",
        "size:2lines                    | true",
        "size:<2lines                   | false",
        "author:ann path:pond/** -kind:rfc title:frogs | true",
        "author:ann path:river/**       | false",
      })
  void aFilterLetsThroughWhatAllItsTermsFit(String filter, boolean lets) {
    Revision revision =
        lab.patch("[PATCH] pond: count the frogs", "pond/frog.c", "pond/deep/frog.h");

    assertThat(lab.lets(filter == null ? "" : filter, revision)).isEqualTo(lets);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[RFC PATCH] pond: a           | rfc",
        "[PATCH] pond: a               | patch",
        "[GIT PULL] pond: a            | pull",
        "[PATCH AUTOSEL 6.1] pond: a   | stable",
      })
  void everyPostingIsOfAKind(String subject, String kind) {
    Revision revision = lab.patch(subject, "pond/frog.c");

    for (String each : new String[] {"rfc", "patch", "pull", "stable", "bots"}) {
      assertThat(lab.lets("kind:" + each, revision)).as(each).isEqualTo(each.equals(kind));
    }
  }

  @Test
  void whatRobotsPostIsTheirs() {
    Revision revision = lab.mail("tip-bot2 <tip-bot2@x.example>", "pond", "[PATCH] pond: a", "a");

    assertThat(lab.lets("kind:bots", revision)).isTrue();
    assertThat(lab.lets("kind:patch", revision)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pond/frog.c     | x             | pond          | keeping",
        "pond/mud/worm.c | x             | pond          | ",
        "fish/eel.c      | x             | pond          | fish",
        "fish/deep/eel.c | x             | pond          | ",
        "lake/carpet.c   | x             | pond          | fish",
        "lake/a.c        | mend the gill | pond          | fish",
        "lake/a.c        | gillette      | pond          | ",
        "lake/a.c        | x             | river         | talk",
        "river/a.c       | x             | pond          | wild",
      })
  void aSubsystemIsWhatItsSectionSays(String file, String title, String list, String subsystem) {
    Revision revision = lab.mail("Ann Alder <ann@alder.example>", list, "[PATCH] " + title, file);

    for (String each : new String[] {"keeping", "fish", "talk", "wild"}) {
      assertThat(lab.lets("subsystem:" + each, revision))
          .as(each)
          .isEqualTo(each.equals(subsystem));
    }
  }

  @Test
  void aSeriesIsJudgedByAllItsPatchesAndAgainWhenMoreCome() {
    Revision revision = lab.patch("[PATCH 1/3] pond: a", "pond/frog.c");
    assertThat(lab.lets("path:lake/**", revision)).isFalse();
    assertThat(lab.lets("title:newts", revision)).isFalse();
    assertThat(lab.lets("size:3", revision)).isTrue();

    Revision more = lab.patch("[PATCH 2/3] pond: newts", "lake/newt.c");

    assertThat(more).isSameAs(revision);
    assertThat(lab.lets("path:lake/** title:newts size:2lines", revision)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pth:mm/**        | Term 1, 'pth:mm/**': there is no key pth; did you mean path?",
        "a b -autor:ann   | Term 3, '-autor:ann': there is no key autor; did you mean author?",
        "by:kvm           | Term 1, 'by:kvm': there is no key by; known are author, cc,",
        "to:@             | Term 1, 'to:@': an address is such as netdev, ann@example.org or"
            + " @example.org.",
        "author:          | Term 1, 'author:': nothing stands behind author:.",
        "author:ann,      | Term 1, 'author:ann,': nothing stands behind author:.",
        "author:...       | Term 1, 'author:...': an author is a name, a part of one, or an"
            + " address.",
        "domain:a@b       | Term 1, 'domain:a@b': a domain is such as example.org.",
        "team:keeprs      | Term 1, 'team:keeprs': there is no team keeprs; did you mean keepers?",
        "list:pnd         | Term 1, 'list:pnd': there is no list pnd; did you mean pond?",
        "kind:stabel      | Term 1, 'kind:stabel': there is no kind stabel; did you mean stable?",
        "size:many        | Term 1, 'size:many': a size is such as 1, >10, 2..8 or <500lines.",
        "size:<0          | Term 1, 'size:<0': no size fits that.",
        "size:8..2        | Term 1, 'size:8..2': no size fits that.",
        "subsystem:frogs  | Term 1, 'subsystem:frogs': there is no subsystem frogs; known are ",
        "maintainer:zoe   | Term 1, 'maintainer:zoe': nobody called zoe maintains anything.",
        "title:/(/        | Term 1, 'title:/(/': the pattern cannot be read, missing closing ).",
        "title:/a         | Term 1, 'title:/a': a pattern stands between two slashes: title:/^mm.",
        "title:/(?=a)/    | Term 1, 'title:/(?=a)/': the pattern cannot be read, ",
        "--               | Term 1, '--': there is no word in it.",
      })
  void whatCannotBeReadIsSaidInOneSentence(String filter, String problem) {
    assertThat(lab.problem(filter)).startsWith(problem).doesNotContain("\n");
  }

  @Test
  void withoutMaintainersOneIsToldWhereToNameThem() {
    FilterParser bare = new FilterParser(Vocabulary.EMPTY);

    assertThatThrownBy(() -> bare.parse("subsystem:kvm"))
        .hasMessageContaining("no MAINTAINERS file stands in the configuration (key maintainers)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title:/((((a{1,50}){1,50}){1,50}){1,50})/",
        "title:/(((a{1000}){1000}){1000})/",
        "title:/a{1001}/",
        "title:/(a{2,}{900}){3}/",
      })
  void aPatternThatWouldGrowBeyondMeasureIsRefused(String filter) {
    assertThat(lab.problem(filter)).contains(": the pattern is too large.");
  }

  @Test
  void aPatternThatExplodesElsewhereTakesLinearTime() {
    Revision revision = lab.patch("[PATCH] " + "a".repeat(400) + "b", "x");

    assertThat(lab.lets("title:/^(a+)+$/", revision)).isFalse();
    assertThat(lab.lets("title:/(a|aa|a?)*c/", revision)).isFalse();
  }

  @Test
  void aFilterHasBounds() {
    assertThat(lab.problem("a ".repeat(FilterParser.MAX_TERMS))).isEmpty();
    assertThat(lab.problem("a ".repeat(FilterParser.MAX_TERMS + 1)))
        .isEqualTo("A filter has at most 20 terms and 500 characters.");
    assertThat(lab.problem("a".repeat(FilterParser.MAX_CHARS + 1))).startsWith("A filter has");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "author:ann,bob -kind:rfc",
        "title:\"page cache\" -path:mm/**",
        "frogs newts",
        "/a,b/ size:>3",
        "TITLE:Frogs",
      })
  void aFilterIsReadAgainFromItsText(String text) {
    Filter filter = lab.filter(text);

    assertThat(lab.filter(filter.toString())).isEqualTo(filter);
    assertThat(lab.filter(filter.toString())).hasToString(filter.toString());
  }
}
