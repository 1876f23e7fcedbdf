From ${from} to ${to}
${list} mailing list update from ${from} to ${to}
<#if filter?has_content>
Only: ${filter}
</#if>

Top 15 contributor Email domains (Based on Email Body)

<#list domains as row>
${row.count?c?left_pad(7)} ${row.label}
</#list>

Top 15 contributors (Based on Email Body)

<#list people as row>
${row.count?c?left_pad(7)}  ${row.label}
</#list>

===== Patch list in this time period =====


===== Patch Commit Messages ====

<#list entries as entry>
<#if entry.listed?has_content>
Exist: ${entry.listed}
 Skip: ${entry.subject}
<#else>
New: ${entry.title}
${entry.subject}
Author: ${entry.author}

${entry.body}

----------------------------------------------------------------------

</#if>
</#list>
