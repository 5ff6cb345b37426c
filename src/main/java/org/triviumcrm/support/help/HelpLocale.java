package org.triviumcrm.support.help;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.AddressLocale;
import org.triviumcrm.support.category.ArticleLanguage;

/** A page of the public site is in the language that its address names, whoever reads it. */
@Component
class HelpLocale implements AddressLocale {

    private static final Pattern NAMED = Pattern.compile(HelpController.PATH + "/([a-z]+)(/.*)?");

    @Override
    public Optional<Locale> of(HttpServletRequest request) {
        Matcher named = NAMED.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        return named.matches() ? ArticleLanguage.of(named.group(1)).map(ArticleLanguage::locale) : Optional.empty();
    }
}
