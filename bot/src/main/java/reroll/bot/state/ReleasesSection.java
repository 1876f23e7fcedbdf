package reroll.bot.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** When versions came out. */
record ReleasesSection() implements Section<Map<String, Instant>> {
  private record Release(String tag, Instant at) {}

  @Override
  public String name() {
    return "releases";
  }

  @Override
  public void write(Map<String, Instant> tags, PackedOutput out) {
    List<Release> all =
        tags.entrySet().stream().map(tag -> new Release(tag.getKey(), tag.getValue())).toList();
    out.list(
        all,
        release -> {
          out.text(release.tag());
          out.instant(release.at());
        });
  }

  @Override
  public Map<String, Instant> read(PackedInput in, int form) {
    Map<String, Instant> tags = new LinkedHashMap<>();
    in.list(() -> new Release(in.text(), in.instant())).forEach(r -> tags.put(r.tag(), r.at()));
    return tags;
  }
}
