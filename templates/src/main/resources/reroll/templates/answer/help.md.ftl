<#list commands as row>
- ${code(row.usage)} ${row.summary}
</#list>
<#list examples>

Examples:

<#items as example>
- ${code(example)}
</#items>
</#list>
