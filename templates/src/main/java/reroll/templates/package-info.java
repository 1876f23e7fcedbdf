/**
 * How things look. One template a message, in FreeMarker: a view record says what it can show, the
 * template beside it how. {@link reroll.templates.Templates} brings the two together. Knows nothing
 * of mail, series or chats. Uses FreeMarker; CommonMark in {@code text} alone.
 */
package reroll.templates;
