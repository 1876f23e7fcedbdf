<#list subscriptions>
This channel subscribed:

<#items as row>
- **${row.words}** *(since ${row.since}, <#if row.configured>in the configuration<#else>asked for by ${row.by}</#if>)*<#if row.problem?has_content> lets nothing through: ${row.problem}</#if>
</#items>
<#else>
This channel subscribed nothing. Say !subscribe and a list.
</#list>
