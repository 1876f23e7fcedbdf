<#list lists as row>
- **${row.list}**: ${row.mails} mails<#if row.broken?has_content>, ${row.broken} of them unreadable</#if>; newest ${row.newest}; read to the end ${row.success}<#if row.firstTime>; reading it for the first time</#if><#if row.place?has_content>; up to ${row.place}</#if><#if row.failing?has_content>. **Failing** (first ${row.failingSince}): ${row.failing}</#if>
</#list>
<#list troubles as trouble>
- **${trouble.chat}**: **Failing**: ${trouble.what}
</#list>

${series} series from ${patchMails} patch mails, ${follows?c} <#if follows == 1>follow<#else>follows</#if>, ${owed?c} <#if owed == 1>post<#else>posts</#if> waiting<#if refused gt 0>, **${refused?c} refused by their chat** (`reroll outbox list` shows them)</#if>.
