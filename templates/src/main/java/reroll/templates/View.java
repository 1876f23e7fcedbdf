package reroll.templates;

/** What one template can show. A record of strings, numbers and further views, never of nulls. */
public interface View {
  /**
   * The template's file below this package's resources; {@code .md.ftl} gives Markdown, {@code
   * .txt.ftl} plain text.
   */
  String template();
}
