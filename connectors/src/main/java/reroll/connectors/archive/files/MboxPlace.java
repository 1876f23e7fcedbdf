package reroll.connectors.archive.files;

/**
 * A mail where it stands in an mbox, from its separator to its last line.
 *
 * @param sum CRC-32C of all that, by which a rewritten file is noticed
 */
record MboxPlace(long offset, long length, int sum) {}
