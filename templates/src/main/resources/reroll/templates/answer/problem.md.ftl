${what} <#if instead?has_content>${instead}</#if>
