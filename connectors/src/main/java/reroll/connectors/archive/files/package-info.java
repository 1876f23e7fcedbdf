/**
 * Archives that are files on this machine: mbox (plain or gzip), maildir, a folder of .eml. Uses
 * the JDK only.
 */
package reroll.connectors.archive.files;
