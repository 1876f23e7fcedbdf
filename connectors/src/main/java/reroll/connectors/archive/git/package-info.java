/**
 * Archives in public-inbox v2 form: git repositories ("epochs") with one commit a mail (format:
 * public-inbox-v2-format(5)). Uses JGit; only {@link reroll.connectors.archive.git.GitArchive} is
 * for others.
 */
package reroll.connectors.archive.git;
