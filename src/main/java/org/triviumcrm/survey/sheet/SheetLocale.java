package org.triviumcrm.survey.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.AddressLocale;
import org.triviumcrm.survey.survey.SurveyLanguage;
import org.triviumcrm.survey.survey.SurveyList;

/** A page of a survey is in the language that its address names, whoever reads it. */
@Component
class SheetLocale implements AddressLocale {

    private static final Pattern NAMED =
            Pattern.compile(SheetController.PATH + "/([a-z]{2})/.*|" + SurveyList.PATH + "/\\d+/preview/([a-z]{2})");

    @Override
    public Optional<Locale> of(HttpServletRequest request) {
        Matcher named = NAMED.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        return named.matches()
                ? SurveyLanguage.of(Objects.requireNonNullElse(named.group(1), named.group(2)))
                        .map(SurveyLanguage::locale)
                : Optional.empty();
    }
}
