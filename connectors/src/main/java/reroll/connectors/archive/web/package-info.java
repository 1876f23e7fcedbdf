/**
 * Archives as public-inbox shows them on the web, for servers without git: the feed tells that mail
 * came, searches and pages bring it ({@link reroll.connectors.archive.web.WebArchive}); the same
 * pages answer look-ups. Facts: PublicInbox/{WWW,Feed,View,Mbox,Search,Over}.pm of public-inbox 1.9
 * to 2.1. Uses the JDK's StAX for Atom.
 */
package reroll.connectors.archive.web;
