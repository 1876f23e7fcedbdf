/**
 * The port to list archives: read new mail after a cursor ({@link
 * reroll.connectors.archive.ArchiveSource}). Knows bytes and order of arrival, nothing of patches
 * or series. One adapter a sub-folder; adapters never see each other. Uses {@code port} and the
 * JDK.
 */
package reroll.connectors.archive;
