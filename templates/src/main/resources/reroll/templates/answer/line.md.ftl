${sentence}<#if title?has_content> **${title}**</#if>
