package network.fanz.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.web.servlet.i18n.AbstractLocaleContextResolver;

/** Gives each request the reader's language and time zone; {@code Language} and {@code Format} read them there. */
public final class ReaderLocale extends AbstractLocaleContextResolver {
    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return of(request);
    }

    static LocaleContext of(HttpServletRequest request) {
        return new SimpleTimeZoneAwareLocaleContext(
                ReaderLanguage.of(request).locale(), TimeZone.getTimeZone(ShownTimes.zone(request)));
    }

    /** Readers choose by {@link ReaderChoicePages}. */
    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("a reader's language and zone are told by the device");
    }
}
