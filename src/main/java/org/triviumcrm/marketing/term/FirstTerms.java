package org.triviumcrm.marketing.term;

import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;

/** A new company starts with the usual methods and categories of cost, in its language. */
@Component
class FirstTerms {

    private static final Map<TermKind, List<String>> WORDS = Map.of(
            TermKind.METHOD,
            List.of(
                    "social",
                    "search",
                    "content",
                    "email",
                    "wordOfMouth",
                    "influencer",
                    "advertising",
                    "pr",
                    "promotion",
                    "event",
                    "directSelling"),
            TermKind.COST_CATEGORY,
            List.of("media", "venue", "catering", "travel", "print", "gifts", "agency", "speakers", "other"));

    private final TermService terms;
    private final MessageSource messages;

    FirstTerms(TermService terms, MessageSource messages) {
        this.terms = terms;
        this.messages = messages;
    }

    @EventListener
    void on(CompanySetUp company) {
        Viewer setup = Viewer.job("identity.log.setup");
        WORDS.forEach((kind, words) -> words.forEach(word -> terms.create(
                setup, kind, messages.getMessage("marketing.seed." + kind + "." + word, null, company.locale()))));
    }
}
