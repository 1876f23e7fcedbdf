**${count?c} new versions at once**
<#list rows>

<#items as row>
- **${row.label} of <#if row.url?has_content>[${row.title}](<${row.url}>)<#else>${row.title}</#if>** by ${row.author}, ${row.patchCount}; ${row.id}<#if row.state?has_content>; *${row.state}*</#if>
</#items>
<#if more gt 0>
- and ${more?c} more
</#if>
</#list>

*${why}*
