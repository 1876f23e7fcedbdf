**${label} of <#if url?has_content>[${title}](<${url}>)<#else>${title}</#if>** by ${author}

${patchCount}<#if size?has_content>, ${size}</#if>; ${lists}; ${id}
<#if state?has_content>

**${state?cap_first}**<#if grounds?has_content>: ${grounds}</#if>
</#if>
<#if changelog?has_content>

New in ${label}, says the author:

${fenced(changelog)}
</#if>
<#list patches>

<#items as patch>
- ${patch.title}<#if patch.change?has_content> *(${patch.change})*</#if>
</#items>
<#if morePatches gt 0>
- and ${morePatches?c} more
</#if>
</#list>
<#if before?has_content>

After <#if beforeUrl?has_content>[${before}](<${beforeUrl}>)<#else>${before}</#if> of ${beforeDay}<#if earlier?has_content>: ${earlier}</#if>
</#if>
<#list reviews>

<#items as review>
- ${review}
</#items>
</#list>
<#if robots?has_content>

Robots: ${robots}
</#if>

*${why}*

${code("!follow " + id)} <#if before?has_content>${code("!diff " + id)} </#if>${code("!mute " + id)} ${code("!why " + id)}
