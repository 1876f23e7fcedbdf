package reroll.connectors.chat;

/** Texts within HTML. Stateless. */
public final class Html {
  private Html() {}

  /** The text as an element or an attribute in double quotes holds it: nothing in it is markup. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
