/**
 * The port to list archives: read new mail after a cursor ({@link
 * reroll.connectors.archive.ArchiveSource}), and find single mails ({@link
 * reroll.connectors.archive.ArchiveLookup}). Knows bytes and order of arrival, nothing of patches
 * or series. One adapter a sub-folder; adapters never see each other. Uses {@code port} and {@code
 * http}.
 */
package reroll.connectors.archive;
