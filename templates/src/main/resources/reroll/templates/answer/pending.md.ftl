<#list rows>
Waiting for ${days?c} days or more<#if list?has_content> on ${list}</#if>:

<#items as row>
- ${row.id} <#if row.url?has_content>[${row.title}](<${row.url}>)<#else>${row.title}</#if> ${row.label} by ${row.author}: ${row.standing}, ${row.ago}
</#items>
<#if more gt 0>
- and ${more?c} more
</#if>
<#else>
Nothing has waited for ${days?c} days<#if list?has_content> on ${list}</#if>.
</#list>
