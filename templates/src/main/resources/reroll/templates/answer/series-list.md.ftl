${count?c} series fit “${asked}”<#if series?size lt count>; the newest are</#if>:

<#list series as row>
- **${row.id}** ${row.label} ${row.title} *(${row.author})*
</#list>

Say the number of the one that you mean.
