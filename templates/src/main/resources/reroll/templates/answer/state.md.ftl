**${id} <#if url?has_content>[${title}](<${url}>)<#else>${title}</#if>**

${label}: ${standing}, since ${day} (${ago})
<#list reasons>

<#items as reason>
- ${reason}
</#items>
</#list>
<#if robots?has_content>

Robots: ${robots}
</#if>
