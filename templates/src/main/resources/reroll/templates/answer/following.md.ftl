<#list follows>
This channel follows:

<#items as row>
- **${row.id}** <#if row.label?has_content>${row.label} </#if>${row.title} *(since ${row.since}, asked for by ${row.by})*
</#items>
<#else>
This channel follows nothing. Say !follow and words of a title.
</#list>
