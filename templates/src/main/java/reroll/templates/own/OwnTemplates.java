package reroll.templates.own;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import reroll.templates.Templates;
import reroll.templates.View;

/**
 * The templates in a folder of the user's: each stands under the name of one of ours, is read once
 * and tried with a view that has much to say, and one that has nothing. Immutable.
 *
 * @param byName their text
 * @param problems what is wrong, a sentence each; then none of them may be used
 */
public record OwnTemplates(Map<String, String> byName, List<String> problems) {
  public static final OwnTemplates NONE = new OwnTemplates(Map.of(), List.of());

  private static final int MAX_BYTES = 64 << 10;

  /** Of ours none takes a hundredth of it. */
  private static final int MAX_SECONDS = 5;

  public OwnTemplates {
    byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    problems = List.copyOf(problems);
  }

  /** The names of all templates that there are, such as {@code card/newer.md.ftl}. */
  public static List<String> names() {
    return Views.ALL.stream().map(new AnyView(false)::of).map(View::template).sorted().toList();
  }

  /** Reads and tries them. */
  public static OwnTemplates in(Path folder) {
    Map<String, String> found = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        read(file, folder.relativize(file).toString(), found, problems);
      }
    } catch (IOException e) {
      problems.add(folder + " is no folder that can be read");
    }
    Templates templates = new Templates(found);
    for (Class<? extends View> kind : Views.ALL) {
      String name = new AnyView(false).of(kind).template();
      if (found.containsKey(name)) {
        problem(kind, templates).ifPresent(what -> problems.add(name + ": " + what));
      }
    }
    return new OwnTemplates(found, problems);
  }

  private static void read(
      Path file, String name, Map<String, String> found, List<String> problems) {
    String slashed = name.replace('\\', '/');
    if (!new TreeSet<>(names()).contains(slashed)) {
      problems.add(name + " is the name of no template; one is card/newer.md.ftl");
      return;
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        problems.add(name + " is larger than " + MAX_BYTES / 1024 + " KiB");
      } else {
        found.put(slashed, Files.readString(file, StandardCharsets.UTF_8));
      }
    } catch (CharacterCodingException e) {
      problems.add(name + " is not UTF-8");
    } catch (IOException e) {
      problems.add(name + " cannot be read");
    }
  }

  /** A template that goes round for ever must not keep a start waiting. */
  private static Optional<String> problem(Class<? extends View> kind, Templates templates) {
    CompletableFuture<Optional<String>> tried = new CompletableFuture<>();
    Thread trial =
        new Thread(
            () ->
                tried.complete(
                    templates
                        .problem(new AnyView(true).of(kind))
                        .or(() -> templates.problem(new AnyView(false).of(kind)))),
            "trial of a template");
    trial.setDaemon(true);
    trial.start();
    try {
      return tried.get(MAX_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return Optional.of("it goes round without an end");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("told to stop before it was tried");
    }
  }
}
