package reroll.connectors.chat.slack;

import java.util.concurrent.ThreadFactory;

/** Threads that a thread dump can tell, and that never keep the program from ending. */
final class Threads {
  private Threads() {}

  static ThreadFactory named(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
