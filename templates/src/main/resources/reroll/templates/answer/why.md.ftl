**${id} ${title}**

<#list links as row>
- ${row.link}, ${row.certainty}: ${row.reasons?join("; ")}
<#else>
Only one revision is known, so there is nothing to link.
</#list>
<#list notes>

<#items as note>
- ${note}
</#items>
</#list>
<#list told>

In this channel:

<#items as reason>
- ${reason}
</#items>
</#list>
