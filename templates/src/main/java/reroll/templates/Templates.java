package reroll.templates;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileExtensionMatcher;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.ParseException;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import reroll.templates.text.Markdown;
import reroll.templates.text.RichText;

/**
 * Fills templates. A template sees its view and nothing else: it cannot make objects or reach
 * classes. In Markdown every value is escaped; two functions show one as it is: {@code
 * fenced(text)} as a block, {@code code(text)} within a line. Thread-safe.
 *
 * <p>A template of somebody else's is as harmless as one of ours: it reads no files, runs no code
 * and makes no markup of a value.
 */
public final class Templates {
  private static final Version VERSION = Configuration.VERSION_2_3_34;
  private static final String FOLDER = "/reroll/templates";

  /** Nothing that Reroll says is as long. */
  private static final int MAX_CHARS = 1 << 20;

  private final Configuration configuration = new Configuration(VERSION);

  public Templates() {
    this(Map.of());
  }

  /**
   * Makes one.
   *
   * @param own templates that take the place of ours, by their names
   */
  public Templates(Map<String, String> own) {
    StringTemplateLoader theirs = new StringTemplateLoader();
    own.forEach(theirs::putTemplate);
    TemplateLoader ours = new ClassTemplateLoader(Templates.class, FOLDER);
    configuration.setTemplateLoader(new MultiTemplateLoader(new TemplateLoader[] {theirs, ours}));
    DefaultObjectWrapperBuilder views = new DefaultObjectWrapperBuilder(VERSION);
    views.setMemberAccessPolicy(new ViewsAlone());
    configuration.setObjectWrapper(views.build());
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

  /** A template of ours, as it stands in a file. */
  public static String source(String name) {
    try (InputStream in = Templates.class.getResourceAsStream(FOLDER + "/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no template " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("template " + name + " cannot be read", e);
    }
  }

  /** Why a view cannot be shown, as half a sentence; empty where it can. */
  public Optional<String> problem(View view) {
    try {
      configuration.getTemplate(view.template()).process(view, new BoundedWriter(MAX_CHARS));
      return Optional.empty();
    } catch (ParseException e) {
      return Optional.of("line " + e.getLineNumber() + ": " + firstLine(e.getEditorMessage()));
    } catch (TemplateException e) {
      int line = Optional.ofNullable(e.getLineNumber()).orElse(1);
      return Optional.of("line " + line + ": " + firstLine(e.getMessageWithoutStackTop()));
    } catch (IOException e) {
      return Optional.of(firstLine(e.getMessage()));
    } catch (StackOverflowError e) {
      return Optional.of("it calls itself without an end");
    }
  }

  private static String firstLine(String message) {
    return message.lines().map(String::strip).filter(s -> !s.isEmpty()).findFirst().orElse("?");
  }

  private static TemplateMethodModelEx function(UnaryOperator<String> markdown) {
    return arguments ->
        MarkdownOutputFormat.INSTANCE.fromMarkup(markdown.apply(arguments.get(0).toString()));
  }
}
