<#list schedules>
To this channel come by themselves:

<#items as row>
- **${row.name}**: ${row.what}, ${row.when}<#if row.next?has_content>; next at ${row.next}</#if> *(<#if row.by?has_content>asked for by ${row.by}<#else>from the configuration</#if>)*
</#items>
<#else>
Nothing comes to this channel by itself. Say !schedule daily 09:00 and a list.
</#list>
