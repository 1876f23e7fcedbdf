${label} is out: <#if url?has_content>[${title}](<${url}>)<#else>${title}</#if>
