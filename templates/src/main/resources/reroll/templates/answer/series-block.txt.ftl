${id} ${title} (${author})
<#list revisions as row>
  ${row.label?right_pad(8)} ${row.day}  ${row.patches}<#if row.why?has_content>  ${row.why}</#if>
</#list>
