/**
 * The configuration file: YAML, checked whole before anything starts, every problem told at once
 * with its line and what to write instead ({@link reroll.bot.config.ConfigLoader}). What may stand
 * in it is declared by records with {@link reroll.connectors.port.Setting}; what an archive's or a
 * chat's part may say is declared by the archive or the chat. Reads files and nothing else; uses
 * snakeyaml-engine for the syntax, {@code connectors}, {@code digest}, {@code filter}, {@code
 * role}, {@code schedule}, {@code log}, {@code words} and the templates' {@code own}.
 */
package reroll.bot.config;
