I read:

<#list lists as row>
- **${row.name}**<#if row.title?has_content>: ${row.title}</#if><#if row.web?has_content>, [archive](<${row.web}>)</#if>
</#list>
