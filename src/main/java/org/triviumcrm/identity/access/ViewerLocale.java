package org.triviumcrm.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AbstractLocaleContextResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.triviumcrm.identity.AddressLocale;
import org.triviumcrm.identity.Viewer;

/** The language that the address names, else the viewer's, with the time zone; before the sign-in, the language that the browser asks for. */
@Component("localeResolver")
public class ViewerLocale extends AbstractLocaleContextResolver {

    /** The languages that every text exists in. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private final AcceptHeaderLocaleResolver browser = new AcceptHeaderLocaleResolver();
    private final CurrentVisitor visitor;
    private final List<AddressLocale> addresses;

    ViewerLocale(CurrentVisitor visitor, List<AddressLocale> addresses) {
        this.visitor = visitor;
        this.addresses = addresses;
        browser.setSupportedLocales(LANGUAGES);
        browser.setDefaultLocale(Locale.ENGLISH);
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        Viewer viewer = visitor.viewer(request).orElse(null);
        Locale named = addresses.stream()
                .flatMap(address -> address.of(request).stream())
                .findFirst()
                .orElse(null);
        Locale locale = named != null ? named : viewer == null ? browser.resolveLocale(request) : viewer.locale();
        ZoneId zone = viewer == null ? elsewhere(request) : viewer.zone();
        return new SimpleTimeZoneAwareLocaleContext(locale, TimeZone.getTimeZone(zone));
    }

    private ZoneId elsewhere(HttpServletRequest request) {
        return addresses.stream()
                .flatMap(address -> address.zone(request).stream())
                .findFirst()
                .orElseGet(ZoneId::systemDefault);
    }

    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("The language is changed in the account of the person");
    }
}
