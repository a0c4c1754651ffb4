package network.fanz.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import network.fanz.common.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * The templates of {@code src/main/jte}, compiled with the program: those in English as they stand there, and for each other language a set
 * that the build makes of them and of its {@code words/<tag>.json}. A page is made of the set of its reader's language.
 */
@Component
public final class Templates implements ViewResolver, Ordered {
    private static final String PACKAGE = "network.fanz.web.templates";

    private final Map<Language, TemplateEngine> engines = new EnumMap<>(Language.class);

    Templates() {
        for (Language language : Language.values()) {
            String own = language == Language.ENGLISH ? PACKAGE : PACKAGE + "." + language.tag();
            engines.put(
                    language,
                    TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), own));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return name.contains(":") ? null : new TemplateView(this, name);
    }

    /** The page as UTF-8. It is made whole before a byte is sent, so a template that fails leaves no half page. */
    public Utf8ByteOutput render(String name, Map<String, Object> model) throws TemplateException {
        Utf8ByteOutput page = new Utf8ByteOutput();
        engine(Language.current()).render(name + ".jte", model, page);
        return page;
    }

    private TemplateEngine engine(Language language) {
        return Objects.requireNonNull(engines.get(language));
    }

    /** Throws unless the frame of all pages is there, and a part of one can be made. */
    public void check() {
        if (!engines.values().stream().allMatch(engine -> engine.hasTemplate("layout.jte"))
                || text("parts/icon", Map.of("name", "check")).isEmpty()) {
            throw new IllegalStateException("The templates are not there");
        }
    }

    /** A part of a page as text, for a stream. */
    public String text(String name, Map<String, Object> model) throws TemplateException {
        return new String(render(name, model).toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private record TemplateView(Templates templates, String name) implements View {
        private static final String HTML = "text/html;charset=UTF-8";

        @Override
        public String getContentType() {
            return HTML;
        }

        @Override
        @SuppressWarnings("unchecked") // Spring's model is a map of strings to objects
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Utf8ByteOutput page = templates.render(name, model == null ? Map.of() : (Map<String, Object>) model);
            response.setContentType(HTML);
            response.setContentLength(page.getContentLength());
            page.writeTo(response.getOutputStream());
        }
    }
}
