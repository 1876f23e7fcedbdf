**${label} of <#if url?has_content>[${title}](<${url}>)<#else>${title}</#if>** by ${author}

Superseded by <#if newerUrl?has_content>[${newer}](<${newerUrl}>)<#else>${newer}</#if> of ${newerDay}<#if reception?has_content>; ${reception}</#if>

*${why}*
