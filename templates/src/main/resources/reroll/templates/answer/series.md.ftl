**${id} <#if url?has_content>[${title}](<${url}>)<#else>${title}</#if>** by ${author}

<#list revisions as row>
- **<#if row.url?has_content>[${row.label}](<${row.url}>)<#else>${row.label}</#if>** ${row.day}, ${row.patches}<#if row.title?has_content>, as “${row.title}”</#if><#if row.reception?has_content>: ${row.reception}</#if>
</#list>
<#if robots?has_content>

Robots: ${robots}
</#if>

${code("!follow " + id)} ${code("!why " + id)} ${code("!reviews " + id)}
