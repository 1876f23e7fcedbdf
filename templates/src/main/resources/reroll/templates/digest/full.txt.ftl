From ${from} to ${to}
${list} mailing list update from ${from} to ${to}
<#if period != from + " to " + to>
${period}
</#if>
<#if filter?has_content>
Only: ${filter}
</#if>
${counts}
<#list gaps as gap>
Incomplete: ${gap}
</#list>
<#if domains?has_content>

Top 15 contributor email domains (by author)

<#list domains as row>
${row.count?c?left_pad(7)} ${row.label}
</#list>

Top 15 contributors (by author)

<#list people as row>
${row.count?c?left_pad(7)}  ${row.label}
</#list>
</#if>
<#if leftOut?has_content>

${leftOut}
</#if>
<#if patchList?has_content>

===== Patch list in this time period =====

<#list patchList as line>
${line}
</#list>
</#if>
<#if entries?has_content>

===== Patch Commit Messages =====
<#list entries as entry>

${entry.news}: ${entry.title}
${entry.subject}
Author: ${entry.author}
<#if entry.sender?has_content>
Posted by: ${entry.sender}
</#if>
<#if entry.received?has_content>
${entry.received}
</#if>
<#if entry.changelog?has_content>

${entry.changelog}
</#if>
<#if entry.body?has_content>

${entry.body}
</#if>
<#if entry.patches?has_content>

<#list entry.patches as patch>
${patch}
</#list>
</#if>

----------------------------------------------------------------------
</#list>
</#if>
<#if applied?has_content>

===== Applied in this time period =====

<#list applied as line>
${line}
</#list>
</#if>
<#if pulls?has_content>

===== Pull requests =====

<#list pulls as line>
${line}
</#list>
</#if>
<#if waiting?has_content>

===== Waiting for review =====

<#list waiting as line>
${line}
</#list>
<#if moreWaiting gt 0>
and ${moreWaiting?c} more
</#if>
</#if>
