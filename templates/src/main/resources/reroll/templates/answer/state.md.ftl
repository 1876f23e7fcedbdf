**${id} <#if url?has_content>[${title}](<${url}>)<#else>${title}</#if>**

${label}, ${posted}: ${standing}<#if day?has_content>, since ${day} (${ago})</#if>
<#list reasons>

<#items as reason>
- ${reason}
</#items>
</#list>
<#if robots?has_content>

Robots: ${robots}
</#if>
