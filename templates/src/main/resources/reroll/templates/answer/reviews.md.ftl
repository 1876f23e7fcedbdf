**${id} ${title}**: reviews of ${label}<#if before?has_content>, after ${before}</#if>

<#list rows as row>
- ${row.patch}: ${row.reviews}
<#else>
None of its patches has arrived.
</#list>
<#if more gt 0>
- and ${more?c} more patches
</#if>
<#list late>

<#items as sentence>
- ${sentence}
</#items>
</#list>
