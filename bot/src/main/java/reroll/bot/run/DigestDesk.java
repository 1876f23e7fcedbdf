package reroll.bot.run;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.mail.Mail;
import reroll.bot.mail.MessageId;
import reroll.bot.run.PatchReader.Place;
import reroll.bot.state.BotState;
import reroll.bot.state.DigestFile;
import reroll.bot.state.Engine;
import reroll.bot.state.Input;
import reroll.connectors.port.ConnectorException;

/**
 * Makes the files that go along with digests, of mails that are read again. What fails is said in
 * the digest; who wants the file still asks for it.
 */
final class DigestDesk implements Desk<DigestDesk.Wanted> {
  private static final Logger log = LoggerFactory.getLogger(DigestDesk.class);

  /** A file and the mails that it shows. */
  record Wanted(DigestFile file, List<Place> mails) {}

  private final Engine engine;
  private final PatchReader reader;
  private final Clock clock;

  DigestDesk(Engine engine, PatchReader reader, Clock clock) {
    this.engine = engine;
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public Optional<Wanted> next(BotState state) {
    return state
        .digesting()
        .next()
        .map(
            file ->
                new Wanted(file, state.digesting().shown(file).stream().map(Place::of).toList()));
  }

  @Override
  public Input answer(Wanted wanted) throws IOException, InterruptedException {
    try {
      Map<MessageId, Mail> mails = read(wanted.mails());
      String text =
          Answers.of(
              engine.ask(
                  state ->
                      state
                          .digesting()
                          .text(wanted.file(), m -> Optional.ofNullable(mails.get(m.id())))));
      return answer(wanted, Optional.of(text), "");
    } catch (ConnectorException e) {
      log.warn("the mails of a digest cannot be read again: {}", e.getMessage());
      return answer(
          wanted, Optional.empty(), "There is no file: the archive says: " + e.getMessage() + ".");
    } catch (RuntimeException bug) {
      log.error("the file of a digest cannot be made, please report it", bug);
      return answer(wanted, Optional.empty(), "There is no file: that went wrong inside me.");
    }
  }

  private Map<MessageId, Mail> read(List<Place> places)
      throws ConnectorException, InterruptedException {
    Map<MessageId, Mail> mails = new HashMap<>();
    for (Place place : places) {
      reader.mail(place).ifPresent(mail -> mails.put(place.patch().id(), mail));
    }
    return mails;
  }

  private Input answer(Wanted wanted, Optional<String> text, String problem) {
    return new Input.DigestRead(clock.instant(), wanted.file().post(), text, problem);
  }
}
