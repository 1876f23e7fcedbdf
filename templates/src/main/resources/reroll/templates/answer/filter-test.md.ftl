<#if filter?has_content>**${filter}**<#else>Without a filter</#if>: ${found?c} of ${of?c} new series and versions, ${aDay} posts a day; ${period}
<#list rows>

<#items as row>
- **${row.id}** ${row.label} <#if row.url?has_content>[${row.title}](<${row.url}>)<#else>${row.title}</#if> *(${row.author})*
</#items>
<#if more gt 0>
- and ${more?c} more
</#if>
</#list>
