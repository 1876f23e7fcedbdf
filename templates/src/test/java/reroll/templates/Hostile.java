package reroll.templates;

/** What strangers put into subjects and names. */
public final class Hostile {
  /** Markup of all chats, pings, links, a fence, line ends, and characters that nobody sees. */
  public static final String TEXT =
      "*b* _i_ ~s~ `c` [l](https://evil.example) ![p](https://evil.example/p.png)"
          + " <b onclick=x> <!channel> <@U123> @room &amp; &#27; \\ ]( | {x} ${1+1} <#list>"
          + " https://evil.example"
          + "\n# head\n- item\n1. one\n> quote\n```\nfence\n~~~\n***\n===\r\n    deep"
          + "\u001B[31m\u009B1m\u0007\u0000\u200B\u202Egpj\u2066\u2069\uFEFF\u061C end \u00A0";

  private Hostile() {}
}
