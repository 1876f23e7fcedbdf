package reroll.templates;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileExtensionMatcher;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.UnaryOperator;
import reroll.templates.text.Markdown;
import reroll.templates.text.RichText;

/**
 * Fills templates. A template sees its view and nothing else: it cannot make objects or reach
 * classes. In Markdown every value is escaped; two functions show one as it is: {@code
 * fenced(text)} as a block, {@code code(text)} within a line. Thread-safe.
 */
public final class Templates {
  private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

  public Templates() {
    configuration.setTemplateLoader(new ClassTemplateLoader(Templates.class, "/reroll/templates"));
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    configuration.setLocalizedLookup(false);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
    TemplateConfiguration markdown = new TemplateConfiguration();
    markdown.setOutputFormat(MarkdownOutputFormat.INSTANCE);
    configuration.setTemplateConfigurations(
        new ConditionalTemplateConfigurationFactory(new FileExtensionMatcher("md.ftl"), markdown));
    configuration.setSharedVariable("fenced", function(Markdown::fenced));
    configuration.setSharedVariable("code", function(Markdown::code));
  }

  /** Shows a view whose template is Markdown. */
  public RichText richText(View view) {
    return RichText.ofMarkdown(text(view).strip());
  }

  /** Shows a view as its template says, without a change. */
  public String text(View view) {
    StringWriter out = new StringWriter();
    try {
      configuration.getTemplate(view.template()).process(view, out);
    } catch (IOException e) {
      throw new UncheckedIOException("template " + view.template() + " is missing", e);
    } catch (TemplateException e) {
      throw new IllegalStateException("template " + view.template() + " does not fit its view", e);
    }
    return out.toString();
  }

  private static TemplateMethodModelEx function(UnaryOperator<String> markdown) {
    return arguments ->
        MarkdownOutputFormat.INSTANCE.fromMarkup(markdown.apply(arguments.get(0).toString()));
  }
}
