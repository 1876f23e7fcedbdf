<#list rulings>
What people said holds whatever mails say:

<#items as row>
- **${row.ruling}** ${row.title} *(says ${row.by} since ${row.day})*; ${row.undo} takes it back
</#items>
<#if more gt 0>

And ${more} older.
</#if>
<#else>
Nobody has said anything of how mails belong together. !link, !unlink and !version do.
</#list>
