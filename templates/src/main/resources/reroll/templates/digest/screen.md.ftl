**${list}**<#if filter?has_content>, only ${filter}</#if>, ${period}: ${counts}.<#if leftOut?has_content> ${leftOut}.</#if>
<#if gap?has_content>

**Incomplete:** ${gap}
</#if>
<#if people?has_content>

Most patches: ${people?join(", ")}
</#if>
<@section "New series" news moreNews />
<@section "New versions" rerolls moreRerolls />
<@section "Applied" applied moreApplied />
<@section "Pull requests" pulls morePulls />
<#if skipped?has_content>

${skipped}
</#if>
<#if waiting?has_content>

${waiting}
</#if>
<#macro section title rows more>
<#if rows?has_content>

**${title}**

<#list rows as row>
- <#if row.id?has_content>**${row.id}** </#if><#if row.url?has_content>[${row.title}](<${row.url}>)<#else>${row.title}</#if> *(${row.about})*
</#list>
<#if more gt 0>
- and ${more?c} more
</#if>
</#if>
</#macro>
