**${id} ${title}**

${step}: ${summary}
<#list notes>

<#items as note>
- ${note}
</#items>
</#list>

${fenced(text)}
<#if file?has_content>

All of it is in ${file}.
</#if>
