<#macro series row by>
- **${row.id}** <#if row.label?has_content>${row.label} </#if>${row.title} *(since ${row.since}, ${by} by ${row.by})*
</#macro>
<#if follows?has_content || topics?has_content>
This channel follows:

<#list follows as row>
<@series row "asked for"/>
</#list>
<#list topics as row>
- **${row.words}** *(since ${row.since}, asked for by ${row.by})*<#if row.problem?has_content> lets nothing through: ${row.problem}</#if>
</#list>
<#else>
This channel follows nothing. Say !follow and words of a title.
</#if>
<#list muted>

Muted here:

<#items as row>
<@series row "muted"/>
</#items>
</#list>
