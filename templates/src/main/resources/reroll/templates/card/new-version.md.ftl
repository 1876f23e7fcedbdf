**${label} of <#if url?has_content>[${title}](<${url}>)<#else>${title}</#if>** by ${author}

${patchCount}<#if size?has_content>, ${size}</#if>; ${lists}; ${id}<#if before?has_content>; ${before}</#if>
<#if changelog?has_content>

New in ${label}, says the author:

${fenced(changelog)}
</#if>
<#list patches>

<#items as patch>
- ${patch}
</#items>
<#if morePatches gt 0>
- and ${morePatches?c} more
</#if>
</#list>
<#if earlier?has_content>

${earlier}
</#if>

*${why}*
