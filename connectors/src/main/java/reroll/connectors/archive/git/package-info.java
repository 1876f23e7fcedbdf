/**
 * Archives in public-inbox v2 form: git repositories ("epochs") with one commit a mail (format:
 * public-inbox-v2-format(5)). {@link reroll.connectors.archive.git.GitArchive} is for others;
 * {@code LocalInbox} reads epochs on this machine, {@code RemoteInbox} copies those of a server and
 * has them read so. What an epoch holds is read in {@code EpochShares}, one for each processor, and
 * out of {@code PackedObjects}, which unpack hardly a mail twice. Uses JGit, which reaches the web
 * through {@code http} only, and Jackson for the server's manifest.
 */
package reroll.connectors.archive.git;
